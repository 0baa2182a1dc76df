import { z } from 'zod';
import { formatMoney } from '../../text/amountText.ts';
import { formatDay } from '../../text/when.ts';
import type { Language } from '../../text/languages.ts';
import { eventSentence } from '../../text/eventSentence.ts';
import { useText } from '../../text/useText.ts';
import { Redaction } from '../../ui/Redaction.tsx';
import styles from './HistoryTab.module.css';
import {
  detailChanges,
  limitBefore,
  type DetailChange,
  type HistoryRow,
  type PastValue,
} from './pastValues.ts';

interface HistoryEventProps {
  readonly rows: readonly HistoryRow[];
  readonly index: number;
  readonly row: HistoryRow;
}

const texts = z.object({
  reason: z.string().optional(),
  memo: z.string().optional(),
  approvalReason: z.string().optional(),
});

const reversal = z.object({ entryId: z.string() });

/** What tells the entry that was reversed from others, as far back as the history is loaded. */
const reversedEntry = (
  rows: readonly HistoryRow[],
  row: HistoryRow,
  language: Language,
): string | null => {
  const entryId = reversal.safeParse(row.data).data?.entryId;
  const entry = rows.find(({ eventId }) => eventId === entryId);
  if (entry === undefined) return null;
  const memo = texts.safeParse(entry.personal ?? {}).data?.memo;
  return memo ?? (entry.occurredOn === null ? null : formatDay(entry.occurredOn, language));
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

const Change = ({ change: { field, before, after } }: { readonly change: DetailChange }) => {
  const { t } = useText();
  return (
    <li>
      <span className={styles['field']}>{t(`details.${field}`)}</span>
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
export const HistoryEvent = ({ rows, index, row }: HistoryEventProps) => {
  const { t, language } = useText();
  const changes = detailChanges(rows, index);
  const before = row.type === 'credit-account.limit-changed' ? limitBefore(rows, index) : null;
  const entry =
    row.type === 'credit-account.entry-reversed' ? reversedEntry(rows, row, language) : null;
  return (
    <>
      <p className={styles['sentence']}>
        {eventSentence(row, t, language)}
        {entry === null ? null : ` \u00b7 ${entry}`}
        {before === null ? null : (
          <span className={styles['unknown']}>
            {' '}
            <del>{formatMoney(before, language)}</del>
          </span>
        )}
      </p>
      <ul className={styles['texts']}>
        {changes.map((change) => (
          <Change key={change.field} change={change} />
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
