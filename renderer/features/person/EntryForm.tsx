import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../text/useText.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import styles from './AccountTab.module.css';
import { ChargeForm } from './ChargeForm.tsx';
import { PaymentForm } from './PaymentForm.tsx';
import type { AccountProps } from './accountProps.ts';

export type EntryKind = 'charge' | 'payment';

interface EntryFormProps extends AccountProps {
  /** The kind that somebody asked for before this was on the screen: it has the focus from the start. */
  readonly begun: EntryKind | null;
}

/** What is written next: a charge or a payment. On a closed account payments only. */
export const EntryForm = ({ begun, ...props }: EntryFormProps) => {
  const { account, isErased } = props;
  const { t } = useText();
  const [kind, setKind] = useState<EntryKind>(begun ?? 'charge');
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (begun !== null) place.current?.querySelector('input')?.focus();
  }, [begun]);
  const write = (next: EntryKind): void => {
    // At once, so that what is typed right after the key goes into the field.
    flushSync(() => setKind(next));
    place.current?.querySelector('input')?.focus();
  };
  useShortcuts(
    {
      ...(account.closed ? {} : { c: () => write('charge') }),
      p: () => write('payment'),
    },
    // Where the focus is after an entry, so that the next one begins with the same key.
    { alsoIn: 'input[inputmode="decimal"]' },
  );
  const shown = account.closed ? 'payment' : kind;
  return (
    <section ref={place} className={styles['entry']}>
      <h2 className={styles['entryTitle']}>{t('account.write')}</h2>
      {account.closed ? (
        <p className={styles['hint']}>{t('account.closedHint')}</p>
      ) : (
        <Segments
          label={t('account.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'charge', label: t('account.charge') },
            { value: 'payment', label: t('account.payment') },
          ]}
        />
      )}
      {shown === 'charge' ? <ChargeForm {...props} /> : <PaymentForm {...props} />}
      {isErased ? <p className={styles['hint']}>{t('account.memoErased')}</p> : null}
    </section>
  );
};
