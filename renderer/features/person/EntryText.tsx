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

/** What was written with an entry, on the screen and on paper. */
export const EntryText = ({ entry }: { readonly entry: Entry }) => {
  const { t, language } = useText();
  const text = entry.memo ?? (entry.kind === 'reversal' ? entry.reason : null);
  return (
    <>
      {entry.kind === 'reversal' ? (
        <span className={styles['kind']}>
          {reversalName(entry, t, language)}
          {text === null && !entry.erased ? '' : ' \u00b7 '}
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
          <Stamp>{t('account.reversed')}</Stamp>
        </>
      ) : null}
      {entry.approved ? (
        <>
          {' '}
          <Stamp look="red">{t('account.approved')}</Stamp>
          {entry.reason === null ? null : <span className={styles['kind']}> – {entry.reason}</span>}
        </>
      ) : null}
    </>
  );
};
