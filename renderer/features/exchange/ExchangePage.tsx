import { useText } from '../../text/useText.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import styles from './ExchangePage.module.css';

/** What comes into the daybook from files, and what goes out into them. */
export const ExchangePage = () => {
  const { t } = useText();
  return (
    <div className={styles['page']}>
      <PageHead title={t('exchange.title')} />
      <section className={styles['section']}>
        <h2 className={styles['title']}>{t('exchange.exportTitle')}</h2>
        <p className={styles['text']}>{t('exchange.exportText')}</p>
      </section>
    </div>
  );
};
