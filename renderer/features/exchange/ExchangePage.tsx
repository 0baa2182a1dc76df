import { useText } from '../../text/useText.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { ImportPart } from '../import/ImportPart.tsx';
import styles from './ExchangePage.module.css';
import { ExportPart } from './ExportPart.tsx';

/** What comes into the daybook from files, and what goes out into them. */
export const ExchangePage = () => {
  const { t } = useText();
  return (
    <div className={styles['page']}>
      <PageHead title={t('exchange.title')} />
      <ImportPart />
      <ExportPart />
    </div>
  );
};
