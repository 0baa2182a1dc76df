import { useState } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import type { PersonPageAccount } from '../../../shared/views/person-page.ts';
import { usePagedRows } from '../../api/usePagedRows.ts';
import { useToday } from '../../forms/useToday.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { formatAmount } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { Figure } from '../../ui/Figure.tsx';
import { InCurrency } from '../../ui/InCurrency.tsx';
import { Explanation } from './Explanation.tsx';
import type { PersonSearch } from './personSearch.ts';
import { ReverseDialog } from './ReverseDialog.tsx';
import { StatementRow } from './StatementRow.tsx';
import styles from './Statement.module.css';
import type { AccountProps } from './accountProps.ts';
import { useEntryWays } from './useEntryWays.tsx';
import { ROW_HEIGHT, useLedgerScroll } from './useLedgerScroll.ts';

type Entry = ViewRow<'credit-account/statement'>;

/** Room for the largest figures of this account, so that a narrow page wastes none on the columns. */
const figureWidth = ({ limit, balance }: PersonPageAccount, language: Language): string => {
  const widths = [limit, balance].map((sum) => {
    const text = formatAmount(sum, language);
    const digits = text.replace(/\D/gu, '').length;
    return digits * 0.52 + (text.length - digits) * 0.28;
  });
  return `${Math.max(...widths, 4.8) + 1.2}rem`;
};

const StatementHead = ({ currency }: { readonly currency: string }) => {
  const { t } = useText();
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['row']}>
        <span role="columnheader">{t('account.date')}</span>
        <span role="columnheader">{t('account.entry')}</span>
        <span role="columnheader">{t('account.charge')}</span>
        <span role="columnheader">{t('account.payment')}</span>
        <span role="columnheader">
          <InCurrency currency={currency}>{t('account.balance')}</InCurrency>
        </span>
        <span role="columnheader" aria-label={t('account.reverse')} />
      </div>
    </div>
  );
};

interface StatementProps extends AccountProps {
  /** What the address says of it: the entry to go to, and the figure whose making is shown. */
  readonly sought: Pick<PersonSearch, 'entry' | 'explain'>;
}

/** Everything written in an account, oldest first as in a ledger, with the balance after each entry. */
export const Statement = ({ sought, ...props }: StatementProps) => {
  const { account } = props;
  const { t, language } = useText();
  const { accountId, entries, balance } = account;
  const today = useToday();
  const rows = usePagedRows('credit-account/statement', { accountId }, entries);
  const { scroller, onScroll, virtual, items, height, goTo } = useLedgerScroll(
    rows.count,
    rows.show,
  );
  const [reversing, setReversing] = useState<Entry | null>(null);
  const { place, find, explain, toCounterpart } = useEntryWays(props, sought, goTo);
  const isExplained = sought.explain === 'balance';
  const lastWithin = sought.entry === undefined ? Infinity : (place?.index ?? -1);
  return (
    <>
      <UnansweredMessage isOnPage refusal={rows.refusal} />
      {find}
      {sought.explain === undefined || (sought.entry !== undefined && place === null) ? null : (
        <Explanation
          personId={props.personId}
          account={account}
          figure={sought.explain}
          upTo={place?.ordinal}
        />
      )}
      <div
        ref={scroller}
        role="region"
        aria-label={t('account.statement')}
        tabIndex={0}
        className={styles['statement']}
        style={{ '--figure': figureWidth(account, language) }}
        onScroll={onScroll}
      >
        <div
          role="table"
          className={styles['table']}
          aria-label={t('account.statement')}
          aria-rowcount={rows.count + 1}
        >
          <StatementHead currency={balance.currency} />
          <div role="rowgroup" className={styles['body']} style={{ height: `${height}px` }}>
            {items.map(({ index, start }) => (
              <StatementRow
                key={index}
                index={index}
                top={start - ROW_HEIGHT}
                measure={virtual.measureElement}
                entry={rows.rowAt(index)}
                before={index === 0 ? 0 : rows.rowAt(index - 1)?.balance.minor}
                today={today}
                isMarked={place?.index === index}
                isWithin={isExplained && index <= lastWithin}
                onReverse={setReversing}
                onCounterpart={toCounterpart}
                onExplain={explain}
              />
            ))}
          </div>
        </div>
        {rows.count === 0 ? <p className={styles['empty']}>{t('account.empty')}</p> : null}
      </div>
      <p className={styles['total']}>
        <span>
          {t('account.total')}
          {balance.minor < 0 ? ` \u00b7 ${t('person.inCredit')}` : ''}
        </span>
        <strong>
          <Figure money={balance} />
        </strong>
      </p>
      {reversing === null ? null : (
        <ReverseDialog {...props} entry={reversing} onClose={() => setReversing(null)} />
      )}
    </>
  );
};
