import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import type { PersonPageAccount } from '../../../shared/views/person-page.ts';
import { usePagedRows } from '../../api/usePagedRows.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { formatAmount } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { Figure } from '../../ui/Figure.tsx';
import { ReverseDialog } from './ReverseDialog.tsx';
import { StatementRow } from './StatementRow.tsx';
import styles from './Statement.module.css';
import type { AccountProps } from './accountProps.ts';

type Entry = ViewRow<'credit-account/statement'>;

/** **Units:** CSS pixels; rows with long texts are higher and measured. */
const ROW_HEIGHT = 32;

/** The rows in sight, with the last entry in sight at first and whenever one is added below it. */
const useLedgerScroll = (count: number, onShow: (first: number, last: number) => void) => {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShow(first, last), [first, last, onShow]);
  const height = virtual.getTotalSize();
  useEffect(() => {
    const element = scroller.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [height]);
  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    isAtEnd.current = element.scrollTop + element.clientHeight > element.scrollHeight - ROW_HEIGHT;
  };
  return { scroller, onScroll, virtual, items, height };
};

/** Room for the largest figures of this account, so that a narrow page wastes none on the columns. */
const figureWidth = ({ limit, balance }: PersonPageAccount, language: Language): string => {
  const longest = Math.max(...[limit, balance].map((sum) => formatAmount(sum, language).length), 8);
  return `${(longest + 1) * 0.53 + 1.2}rem`;
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
          {t('account.balance')} <span className={styles['currency']}>{currency}</span>
        </span>
        <span role="columnheader" aria-label={t('account.reverse')} />
      </div>
    </div>
  );
};

/** Everything written in an account, oldest first as in a ledger, with the balance after each entry. */
export const Statement = (props: AccountProps) => {
  const { account } = props;
  const { t, language } = useText();
  const { accountId, entries, balance } = account;
  const rows = usePagedRows('credit-account/statement', { accountId }, entries);
  const { scroller, onScroll, virtual, items, height } = useLedgerScroll(rows.count, rows.show);
  const [reversing, setReversing] = useState<Entry | null>(null);
  return (
    <>
      <RefusalMessage refusal={rows.refusal} />
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
                onReverse={setReversing}
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
