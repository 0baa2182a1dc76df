import type { ErasureReceipt } from '../../../shared/records/person/erase.ts';
import { useText } from '../../text/useText.ts';
import styles from './EraseDialog.module.css';

interface GoesAndRemainsProps {
  readonly goes: ErasureReceipt['destroyed'];
  readonly remains: ErasureReceipt['remains'];
}

/** Two lists side by side: what nobody can read any more, and what stays in the book. */
export const GoesAndRemains = ({ goes, remains }: GoesAndRemainsProps) => {
  const { t } = useText();
  return (
    <div className={styles['lists']}>
      <section className={styles['goes']}>
        <h3>{t('erase.goes')}</h3>
        <ul>
          {goes.map((part) => (
            <li key={part}>{t(`erase.${part}`)}</li>
          ))}
        </ul>
      </section>
      <section className={styles['remains']}>
        <h3>{t('erase.remains')}</h3>
        <ul>
          {remains.map((part) => (
            <li key={part}>{t(`erase.${part}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
};
