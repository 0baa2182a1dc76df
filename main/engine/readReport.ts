import type { EngineReport, Lag } from '../../shared/protocol.ts';
import type { ReadModels } from './createReadModels.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { sqliteVersion } from './sqlite/sqliteVersion.ts';

/** Up to which event somebody who follows the log is done. */
export interface Follower {
  readonly name: string;
  readonly position: number;
}

/** How many events everything is behind the log. Nothing is brought up to date for the sake of the answer. */
export const readReport = (
  { reader, state }: Pick<OpenedParts, 'reader' | 'state'>,
  { projector, consumers }: Pick<ReadModels, 'projector' | 'consumers'>,
): EngineReport => {
  const lagOf =
    (kind: Lag['kind']) =>
    ({ name, position }: Follower): Lag => ({
      kind,
      name,
      // A log put back from a backup may be shorter than what was made from it.
      events: Math.max(0, reader.position() - position),
    });
  return {
    lag: [...projector.positions().map(lagOf('rows')), ...consumers().map(lagOf('consumer'))],
    sqlite: sqliteVersion(state),
  };
};
