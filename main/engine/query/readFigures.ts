import type { Lag } from '../../../shared/protocol/daybook-status.ts';
import type { EngineFigures } from '../Engine.ts';
import { measureDaybook } from '../folder/measureDaybook.ts';
import type { OpenedParts } from '../folder/openParts.ts';

/** Up to which event somebody who follows the log is done. */
interface Follower {
  readonly name: string;
  readonly position: number;
}

/** Who follows the log. */
export interface Followers {
  readonly projector: { readonly positions: () => readonly Follower[] };
  readonly consumers: () => readonly Follower[];
}

const readLag = (position: number, { projector, consumers }: Followers): readonly Lag[] => {
  const lagOf =
    (kind: Lag['kind']) =>
    ({ name, position: done }: Follower): Lag => ({
      kind,
      name,
      // A log put back from a backup may be shorter than what was made from it.
      events: Math.max(0, position - done),
    });
  return [...projector.positions().map(lagOf('rows')), ...consumers().map(lagOf('consumer'))];
};

/**
 * How large the files are, which library reads them, and how far everything is behind the log: nothing is
 * brought up to date for the sake of the answer.
 */
export const readFigures = (
  { folder, state, reader }: OpenedParts,
  followers: Followers,
): EngineFigures => {
  const row = state.read<{ version: string }>('SELECT sqlite_version() AS version').get();
  return {
    sqlite: row?.version ?? 'unknown',
    size: measureDaybook(folder),
    lag: readLag(reader.position(), followers),
  };
};
