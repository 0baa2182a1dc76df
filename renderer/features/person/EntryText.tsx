import type { ReactNode } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import { formatMoney } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';
import { useText, type Say } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import { Redaction } from '../../ui/Redaction.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import styles from './EntryText.module.css';

type Entry = ViewRow<'credit-account/statement'>;

/** Which entry a reversal takes back, told by what no erasure takes from it. */
const reversalName = ({ amount, takesBack }: Entry, say: Say, language: Language): string => {
  if (takesBack === null) return say('account.reversal');
  return say(
    takesBack.kind === 'payment' ? 'account.reversalOfPayment' : 'account.reversalOfCharge',
    {
      amount: formatMoney(amount, language),
      date: formatDay(takesBack.occurredOn, language),
    },
  );
};

interface WayProps {
  readonly onGo: (() => void) | undefined;
  readonly name: string;
  readonly children: ReactNode;
}

const Way = ({ onGo, name, children }: WayProps) =>
  onGo === undefined ? (
    children
  ) : (
    <button type="button" className={styles['way']} aria-label={name} onClick={onGo}>
      {children}
    </button>
  );

/**
 * What was written with an entry, on the screen and on paper. Why somebody approved or reversed it was
 * written for the house: the paper goes to the customer, and does not say.
 */
export const EntryText = ({
  entry,
  isAhead = false,
  onCounterpart,
}: {
  readonly entry: Entry;
  /** Its day is still to come. */
  readonly isAhead?: boolean;
  /** Goes to the entry that this one takes back, or that takes this one back. On paper there is no such way. */
  readonly onCounterpart?: () => void;
}) => {
  const { t, language } = useText();
  const isOnPaper = onCounterpart === undefined;
  const reason = isOnPaper ? null : entry.reason;
  const text = entry.memo ?? (entry.kind === 'reversal' ? reason : null);
  return (
    <>
      {entry.kind === 'reversal' ? (
        <span className={styles['kind']}>
          <Way
            onGo={onCounterpart}
            name={t('figures.toReversed', { text: reversalName(entry, t, language) })}
          >
            {reversalName(entry, t, language)}
          </Way>
          {text === null && !entry.erased ? '' : isOnPaper ? ' \u00b7 ' : ' '}
        </span>
      ) : null}
      {entry.erased ? <Redaction length={12} /> : null}
      {text === null ? null : (
        <span className={styles['memo']} data-reversed={entry.reversed}>
          {text}
        </span>
      )}
      {text === null && !entry.erased && entry.kind !== 'reversal' ? (
        <span className={styles['kind']}>
          {entry.kind === 'charge' ? t('account.charge') : t('account.payment')}
        </span>
      ) : null}
      {entry.reversed ? (
        <>
          {' '}
          <Way onGo={onCounterpart} name={t('figures.toReversal')}>
            <Stamp>{t('account.reversed')}</Stamp>
          </Way>
        </>
      ) : null}
      {isAhead ? (
        <>
          {' '}
          <Stamp look="blue">{t('account.ahead')}</Stamp>
        </>
      ) : null}
      {entry.approved && !isOnPaper ? (
        <>
          {' '}
          <Stamp look="red">{t('account.approved')}</Stamp>
          {reason === null ? null : <span className={styles['kind']}> – {reason}</span>}
        </>
      ) : null}
    </>
  );
};
