import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { moneySchema } from '../../../shared/kernel/money.ts';
import { formatMoney } from '../../text/amountText.ts';
import { formatDay } from '../../text/when.ts';
import type { Language } from '../../text/languages.ts';
import { eventSentence } from '../../text/eventSentence.ts';
import { useText, type Say } from '../../text/useText.ts';
import { Redaction } from '../../ui/Redaction.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import styles from './HistoryTab.module.css';
import { detailChanges, limitBefore, type HistoryRow, type PastValue } from './pastValues.ts';

interface HistoryEventProps {
  readonly personId: string;
  /** What is shown of the history. */
  readonly rows: readonly HistoryRow[];
  /** The events that say values, from which those of before are known. */
  readonly values: readonly HistoryRow[];
  readonly row: HistoryRow;
  /** It is an entry that was taken back later. */
  readonly isReversed: boolean;
}

const limits = z.object({ limit: moneySchema.optional() });

const texts = z.object({
  reason: z.string().optional(),
  memo: z.string().optional(),
  approvalReason: z.string().optional(),
});

const entryTypes = [
  'credit-account.charged',
  'credit-account.paid',
  'credit-account.entry-reversed',
] as const;

const reversal = z.object({ entryId: z.string() });

/** The entry that an event takes back; undefined of an event that takes back none. */
export const reversedBy = ({ type, data }: HistoryRow): string | undefined =>
  type === 'credit-account.entry-reversed' ? reversal.safeParse(data).data?.entryId : undefined;

/** What tells the entry that was reversed from others, as far back as the history is loaded. */
const reversedEntry = (
  rows: readonly HistoryRow[],
  row: HistoryRow,
  language: Language,
): string | null => {
  const entryId = reversedBy(row);
  const entry = rows.find(({ eventId }) => eventId === entryId);
  if (entry === undefined) return null;
  const memo = texts.safeParse(entry.personal ?? {}).data?.memo;
  return memo ?? (entry.occurredOn === null ? null : formatDay(entry.occurredOn, language));
};

interface ShownChange {
  readonly label: string;
  readonly before: PastValue;
  readonly after: string | null;
}

/** What events change that say no value: a state in the place of another. */
const stateChanges = {
  'person.archived': ['person', 'inList', 'archived'],
  'person.restored': ['person', 'archived', 'inList'],
  'person.erased': ['personal', 'readable', 'erased'],
  'credit-account.closed': ['account', 'open', 'closed'],
  'credit-account.reopened': ['account', 'closed', 'open'],
} as const;

const isStateChange = (type: string): type is keyof typeof stateChanges => type in stateChanges;

/** The old and the new value of everything that an event changed. */
const shownChanges = (
  row: HistoryRow,
  values: readonly HistoryRow[],
  say: Say,
  language: Language,
): readonly ShownChange[] => {
  if (isStateChange(row.type)) {
    const [what, before, after] = stateChanges[row.type];
    return [
      {
        label: say(`past.${what}`),
        before: { known: true, text: say(`past.${before}`) },
        after: say(`past.${after}`),
      },
    ];
  }
  const index = values.findIndex(({ eventId }) => eventId === row.eventId);
  if (row.type === 'credit-account.limit-changed') {
    const before = limitBefore(values, index);
    const { limit } = limits.safeParse(row.data).data ?? {};
    return [
      {
        label: say('person.limit'),
        before:
          before === null ? { known: false } : { known: true, text: formatMoney(before, language) },
        after: limit === undefined ? null : formatMoney(limit, language),
      },
    ];
  }
  return detailChanges(values, index).map(({ field, before, after }) => ({
    label: say(`details.${field}`),
    before,
    after,
  }));
};

const Past = ({ value }: { readonly value: PastValue }) => {
  const { t } = useText();
  if (!value.known) return <span className={styles['unknown']}>{t('history.unknownBefore')}</span>;
  return value.text === null ? (
    <span className={styles['unknown']}>{t('common.none')}</span>
  ) : (
    <del>{value.text}</del>
  );
};

const Change = ({ label, before, after }: ShownChange) => {
  const { t } = useText();
  return (
    <li>
      <span className={styles['field']}>{label}</span>
      <Past value={before} />
      <span aria-hidden="true"> → </span>
      {after === null ? (
        <span className={styles['unknown']}>{t('history.removed')}</span>
      ) : (
        <ins>{after}</ins>
      )}
    </li>
  );
};

const Texts = ({ row }: { readonly row: HistoryRow }) => {
  const { t } = useText();
  const { memo, reason, approvalReason } = texts.safeParse(row.personal ?? {}).data ?? {};
  const lines = [
    ['memo', memo],
    ['reason', reason],
    ['approval', approvalReason],
  ] as const;
  return lines.map(([name, text]) =>
    text === undefined ? null : (
      <li key={name}>
        <span className={styles['field']}>{t(`history.${name}`)}</span>
        {text}
      </li>
    ),
  );
};

/** One event of the history: what happened, what changed, and what was written with it. */
export const HistoryEvent = ({ personId, rows, values, row, isReversed }: HistoryEventProps) => {
  const { t, language } = useText();
  const isEntry = (entryTypes as readonly string[]).includes(row.type);
  const entry = reversedEntry(rows, row, language);
  return (
    <>
      <p className={styles['sentence']}>
        {eventSentence(row, t, language)}
        {entry === null ? null : ` \u00b7 ${entry}`}
        {isReversed ? (
          <>
            {' '}
            <Stamp>{t('account.reversed')}</Stamp>
          </>
        ) : null}
        {isEntry ? (
          <Link
            to="/person/$personId"
            params={{ personId }}
            search={{ tab: 'account', account: row.recordId, entry: row.eventId }}
            className={styles['inAccount']}
          >
            {t('figures.inAccount')}
          </Link>
        ) : null}
      </p>
      <ul className={styles['texts']}>
        {shownChanges(row, values, t, language).map((change) => (
          <Change key={change.label} {...change} />
        ))}
        <Texts row={row} />
        {row.erased ? (
          <li>
            <Redaction length={24} />
          </li>
        ) : null}
      </ul>
    </>
  );
};
