import type { DaybookStatus } from '../../../shared/protocol/daybook-status.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import type { PrivateIndex } from '../projection/PrivateIndex.ts';

interface Withheld {
  readonly consumer: string;
  readonly position: number;
  readonly reason: string;
  readonly detail: string;
}

/** How the daybook is, from its files. */
export const readStatus = (
  { reader, keys, state }: OpenedParts,
  privateIndex: PrivateIndex,
  findings: readonly Finding[],
  notes: readonly Finding[],
  clockAhead: number | null,
): DaybookStatus => {
  const withheld = state
    .read<Withheld & Record<string, never>>(
      `SELECT consumer, position, reason, detail FROM withheld
       WHERE reason <> 'NeedsNewer' ORDER BY position LIMIT 100`,
    )
    .all();
  const { n: needsNewer = 0 } =
    state
      .read<{ n: number }>(
        `SELECT count(DISTINCT position) AS n FROM withheld WHERE reason = 'NeedsNewer'`,
      )
      .get() ?? {};
  const verified = state
    .read<{ at: number; sound: number }>('SELECT at, sound FROM last_verified')
    .get();
  const { id, name, currency } = reader.daybook;
  return {
    id,
    name,
    currency,
    device: keys.device,
    member: keys.member,
    events: reader.position(),
    findings,
    notes,
    privateIndex: privateIndex.progress(),
    poison: withheld.map(({ consumer, position, reason, detail }) => ({
      consumer,
      position,
      error: `${reason}: ${detail}`,
    })),
    needsNewer,
    clockAhead,
    lastVerified: verified ? { at: verified.at, sound: verified.sound === 1 } : null,
  };
};
