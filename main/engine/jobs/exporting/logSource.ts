import type { EventCatalog } from '../../eventlog/EventCatalog.ts';
import { isErasure } from '../../bus/erasures.ts';
import { parseStoredJson } from '../../eventlog/decode.ts';
import type { EventReader, StoredEvent } from '../../eventlog/EventLog.ts';
import { sealHeaderOf } from '../../eventlog/openPersonal.ts';
import { toCloudEvent } from '../../eventlog/toCloudEvent.ts';
import type { KeyStore } from '../../keys/KeyStore.ts';
import { ROWS_A_PIECE, type ExportSource } from './ExportSource.ts';

export interface LogSourceContext {
  readonly log: EventReader;
  readonly keys: Pick<KeyStore, 'open'>;
  readonly catalog: EventCatalog;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

type Part =
  | { readonly type: 'opened'; readonly personal: object }
  | { readonly type: 'none' | 'erased' | 'unreadable' };

/** The personal part as it was written; the clear part is given as it was written, too. */
const partOf = (stored: StoredEvent, { log, keys }: LogSourceContext): Part => {
  const header = sealHeaderOf(stored, log.daybook.id);
  if (header === null || stored.sealed === null) return { type: 'none' };
  const opening = keys.open(header, stored.sealed);
  if (opening.type === 'erased') return { type: 'erased' };
  if (opening.type !== 'opened') return { type: 'unreadable' };
  return { type: 'opened', personal: parseStoredJson(opening.bytes) };
};

const line = (event: object): string => `${JSON.stringify(event)}\n`;

/** An event with what is personal of it under `data.personal`. */
const withPersonal = (stored: StoredEvent, context: LogSourceContext): object => {
  const event = toCloudEvent(stored, context.log.daybook);
  const part = partOf(stored, context);
  if (part.type !== 'opened') return { ...event, personalpart: part.type };
  const data = { ...event.data, personal: part.personal };
  return { ...event, personalpart: part.type, data };
};

/**
 * The log up to where it stands now as CloudEvents, a line each. The last line is of the export itself:
 * a file without it was cut off.
 *
 * **Source:** CloudEvents 1.0.
 */
export const logSource = (isPersonal: boolean, context: LogSourceContext): ExportSource => {
  const { log, catalog } = context;
  const position = log.position();
  let after = 0;
  let written = 0;
  let isEnd = false;

  const lastLine = (): string =>
    line({
      specversion: '1.0',
      id: context.newId(),
      source: `urn:daybook:${log.daybook.id}`,
      type: 'daybook.exported',
      time: new Date(context.nowMs()).toISOString(),
      datacontenttype: 'application/json',
      data: { events: written, position, personal: isPersonal },
    });

  /** What was opened of somebody who has been erased since must not be handed out. */
  const hasErased = (): boolean => {
    for (let from = position; ;) {
      const events = log.readAfter(from, ROWS_A_PIECE);
      if (events.some(({ type }) => isErasure(type, catalog))) return true;
      const last = events.at(-1);
      if (last === undefined) return false;
      from = last.position;
    }
  };

  return {
    position,
    isStale: () => isPersonal && hasErased(),
    next: () => {
      if (isEnd) return null;
      const events = log.readAfter(after, ROWS_A_PIECE).filter((one) => one.position <= position);
      const last = events.at(-1);
      if (last === undefined) {
        isEnd = true;
        return lastLine();
      }
      after = last.position;
      written += events.length;
      return events
        .map((stored) =>
          line(isPersonal ? withPersonal(stored, context) : toCloudEvent(stored, log.daybook)),
        )
        .join('');
    },
    progress: () => ({ done: after, total: position }),
    written: () => written,
    leftOut: () => 0,
  };
};
