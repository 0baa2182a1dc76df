import { Link } from '@tanstack/react-router';
import { useText } from '../text/useText.ts';
import { Message } from '../ui/Message.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import styles from './failure.module.css';

/** At an address that leads nowhere. */
export const NoSuchPage = () => {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('failure.unknownTitle')} />
      <div className={styles['failure']}>
        <Message look="note" actions={<Link to="/people">{t('failure.toPeople')}</Link>}>
          {t('failure.unknown')}
        </Message>
      </div>
    </>
  );
};
