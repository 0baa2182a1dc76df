import { compareClocks, type HybridClock } from '../../../shared/kernel/hybrid-clock.ts';
import type { DaybookIdentity, LogFinding, StoredEvent } from './EventLog.ts';
import { hasColumnTypes } from './event-form.ts';
import { eventHash, genesisHash } from './hash.ts';

/** What the chain of a device stands at. */
export interface ChainLink {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly clock: HybridClock | null;
}

/** Where an event stands, for findings about it. */
export const placeOf = (
  event: StoredEvent,
): { readonly position: number; readonly device: string; readonly seq: number } => ({
  position: event.position,
  device: event.device,
  seq: event.seq,
});

/** Checks the chains of all devices, event by event in log order. */
export interface ChainCheck {
  readonly check: (event: StoredEvent) => LogFinding[];
}

/** Damaged rows may hold anything where bytes should be. */
export const sameBytes = (a: Uint8Array, b: unknown): boolean =>
  b instanceof Uint8Array && Buffer.compare(a, b) === 0;

/** True when the stored hash follows from the previous one and the stored bytes. */
export const follows = (previous: Uint8Array, event: StoredEvent): boolean => {
  if (!hasColumnTypes(event)) return false;
  try {
    return sameBytes(eventHash(previous, event), event.hash);
  } catch {
    // A text that may not be put into the hash's input.
    return false;
  }
};

/**
 * Starts at the links that `before` tells: it is asked once for each device, when its first event comes,
 * for what stands before that event; null when nothing does. After a break it goes on from what is
 * stored, so that one damaged event is one finding.
 */
export const createChainCheck = (
  daybook: DaybookIdentity,
  before: (first: StoredEvent) => ChainLink | null,
): ChainCheck => {
  const links = new Map<string, ChainLink>();
  return {
    check: (event) => {
      const { device, seq, clock, hash } = event;
      const link = links.get(device) ??
        before(event) ?? { seq: 0, hash: genesisHash(daybook, device), clock: null };
      links.set(device, { seq, hash, clock });
      const place = placeOf(event);
      const findings: LogFinding[] = [];
      if (seq !== link.seq + 1) {
        findings.push({ type: 'SequenceNotDense', ...place, detail: `follows ${link.seq}` });
      }
      if (!follows(link.hash, event)) {
        findings.push({ type: 'ChainBroken', ...place, detail: 'the hash does not follow' });
      }
      if (link.clock !== null && compareClocks(link.clock, clock) >= 0) {
        findings.push({ type: 'EventMalformed', ...place, detail: 'the clock does not rise' });
      }
      return findings;
    },
  };
};
