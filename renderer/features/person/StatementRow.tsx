import { Undo2 } from 'lucide-react';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { ViewRow } from '../../../shared/contract.ts';
import { formatAmount, formatMoney } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';
import { useText, type Say } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import awaited from '../../ui/Awaited.module.css';
import { Button } from '../../ui/Button.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { EntryText } from './EntryText.tsx';
import { isDebit } from './isDebit.ts';
import styles from './Statement.module.css';

type Entry = ViewRow<'credit-account/statement'>;

interface StatementRowProps {
  readonly index: number;
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly entry: Entry | undefined;
  /** The balance before this entry, as far as it is loaded. **Units:** minor units. */
  readonly before: number | undefined;
  readonly today: LocalDate;
  /** It is the one that somebody went to. */
  readonly isMarked: boolean;
  /** It is one of those that make the balance that is explained. */
  readonly isWithin: boolean;
  readonly onReverse: (entry: Entry) => void;
  readonly onCounterpart: (entry: Entry) => void;
  readonly onExplain: (entry: Entry) => void;
}

/** Which entry a button reverses: read out of its row, it would be one of many of the same name. */
const reverseName = ({ kind, amount, occurredOn, memo }: Entry, say: Say, language: Language) => {
  const name = say(kind === 'payment' ? 'account.reversePayment' : 'account.reverseCharge', {
    amount: formatMoney(amount, language),
    date: formatDay(occurredOn, language),
  });
  return memo === null ? name : `${name}, ${memo}`;
};

/** One line of a statement. */
export const StatementRow = (props: StatementRowProps) => {
  const { index, top, measure, entry, before, today, isMarked, isWithin } = props;
  const { onReverse, onCounterpart, onExplain } = props;
  const { t, language } = useText();
  const debit = entry !== undefined && isDebit(entry, before);
  const amount = entry === undefined ? null : <Figure money={entry.amount} />;
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      data-reversed={entry?.reversed}
      data-marked={isMarked}
      data-within={isWithin}
      aria-rowindex={index + 2}
      className={`${styles['row']} ${styles['line']}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className={styles['date']}>
        {entry === undefined ? null : formatDay(entry.occurredOn, language)}
      </span>
      <span role="cell" className={styles['text']}>
        {entry === undefined ? (
          <span className={awaited['mark']} />
        ) : (
          <EntryText
            entry={entry}
            isAhead={entry.occurredOn > today}
            onCounterpart={() => onCounterpart(entry)}
          />
        )}
      </span>
      <span role="cell" className={styles['amount']}>
        {debit ? amount : null}
      </span>
      <span role="cell" className={styles['amount']}>
        {debit ? null : amount}
      </span>
      <span role="cell" className={styles['balance']}>
        {entry === undefined ? null : (
          <button
            type="button"
            className={styles['balanceButton']}
            aria-label={t('figures.balanceAfter', { sum: formatAmount(entry.balance, language) })}
            onClick={() => onExplain(entry)}
          >
            <Figure money={entry.balance} />
          </button>
        )}
      </span>
      <span role="cell" className={styles['action']}>
        {entry === undefined || entry.reversed || entry.kind === 'reversal' ? null : (
          <Button
            size="small"
            look="quiet"
            aria-label={reverseName(entry, t, language)}
            icon={<Undo2 aria-hidden="true" />}
            onPress={() => onReverse(entry)}
          />
        )}
      </span>
    </div>
  );
};
