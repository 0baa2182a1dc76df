import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import { erasedClasses, isErasure } from '../bus/erasures.ts';
import { decode } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader, StoredEvent } from '../eventlog/EventLog.ts';
import { openPersonal, PersonalPartDamaged } from '../eventlog/openPersonal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';

export interface ContentCheck {
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly findings: () => readonly Finding[];
}

interface Context {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly keys: Pick<KeyStore, 'open' | 'tombstones'>;
  readonly elapsedMs: () => number;
}

/** Asks the keys again before it says no: an erasure may have come since. */
const createIsBuried = (keys: Context['keys']) => {
  let buried: ReadonlySet<string> = new Set();
  return (person: string | null, retention: RetentionClass): boolean => {
    const mark = `${retention} ${person}`;
    if (!buried.has(mark))
      buried = new Set(keys.tombstones().map((one) => `${one.retention} ${one.person}`));
    return buried.has(mark);
  };
};

const PAGE = 200;

/** Null when the event, clear and personal part, is one that this Daybook can read. */
const check = (
  stored: StoredEvent,
  { catalog, keys, log }: Context,
  isBuried: ReturnType<typeof createIsBuried>,
): Finding | null => {
  const at = { position: stored.position, device: stored.device, seq: stored.seq };
  const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
  if (decoded.type === 'needsNewer')
    return { ...at, type: 'NeedsNewer', detail: `${stored.type} ${stored.schema}` };
  if (decoded.type === 'unreadable') return { ...at, type: 'EventInvalid', detail: decoded.reason };
  const { definition } = decoded.kind;
  const data = definition.data.safeParse(decoded.event.data);
  if (!data.success) return { ...at, type: 'EventInvalid', detail: 'data does not fit its schema' };
  if (isErasure(stored.type, catalog)) {
    const left = erasedClasses({ stored, decoded }).filter(
      (retention) => !isBuried(stored.subject, retention),
    );
    if (left.length > 0) return { ...at, type: 'ErasureNotCarriedOut', detail: left.join(', ') };
  }
  try {
    const part = openPersonal(stored, decoded.kind, keys, log.daybook);
    if (
      part.type === 'opened' &&
      definition.personal?.fields.safeParse(part.personal).success === false
    )
      return { ...at, type: 'EventInvalid', detail: 'the personal part does not fit its schema' };
  } catch (cause) {
    if (!(cause instanceof PersonalPartDamaged)) throw cause;
    return {
      ...at,
      type: cause.reason === 'unknownKey' ? 'KeyMissing' : 'SealedPartDamaged',
      detail: cause.reason,
    };
  }
  return null;
};

/** Reads every event to the last letter: decodes, upcasts, opens, and holds it against its schema. */
export const createContentCheck = (context: Context): ContentCheck => {
  const findings: Finding[] = [];
  const isBuried = createIsBuried(context.keys);
  const total = context.log.position();
  let position = 0;
  return {
    step: (milliseconds) => {
      const until = context.elapsedMs() + milliseconds;
      for (;;) {
        const page = context.log.readAfter(position, PAGE);
        for (const stored of page) {
          const finding = check(stored, context, isBuried);
          if (finding) findings.push(finding);
          position = stored.position;
        }
        if (page.length < PAGE) return 'done';
        if (context.elapsedMs() >= until) return 'more';
      }
    },
    progress: () => ({ done: position, total }),
    findings: () => findings,
  };
};
