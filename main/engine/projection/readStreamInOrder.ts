import { compareCanonically } from '../../../shared/kernel/hybrid-clock.ts';
import { decode, type Decodable } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { ClearStored, EventReader } from '../eventlog/EventLog.ts';
import type { EntryOf } from './entry.ts';

/** Puts the events of one stream into canonical order and numbers them: the same on every device. */
export const inCanonicalOrder = <Stored extends Decodable>(
  events: readonly Stored[],
  catalog: EventCatalog,
  currency: string,
): readonly EntryOf<Stored>[] =>
  events
    .toSorted(compareCanonically)
    .map((stored, index) => ({ stored, decoded: decode(stored, index + 1, catalog, currency) }));

/** The whole stream up to a position, in canonical order. */
export const readStreamInOrder = (
  log: EventReader,
  stream: string,
  upTo: number,
  catalog: EventCatalog,
): readonly EntryOf<ClearStored>[] =>
  inCanonicalOrder(
    log
      .readClearStream(stream, 0, Number.MAX_SAFE_INTEGER)
      .filter(({ position }) => position <= upTo),
    catalog,
    log.daybook.currency,
  );
