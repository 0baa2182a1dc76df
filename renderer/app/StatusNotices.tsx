import { Link } from '@tanstack/react-router';
import { useDaybook } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import { Message } from '../ui/Message.tsx';
import styles from './StatusNotices.module.css';

/** What the user has to know of the daybook on every page: damage, left-out events. */
export const StatusNotices = () => {
  const { t } = useText();
  const { findings, poison, needsNewer } = useDaybook();
  const more = <Link to="/settings/storage">{t('host.details')}</Link>;
  if (findings.length + poison.length + needsNewer === 0) return null;
  return (
    <div className={styles['notices']}>
      {findings.length > 0 ? <Message actions={more}>{t('host.readOnly')}</Message> : null}
      {poison.length > 0 ? (
        <Message actions={more}>{t('host.poison', { count: poison.length })}</Message>
      ) : null}
      {needsNewer > 0 ? (
        <Message look="note">{t('host.needsNewer', { count: needsNewer })}</Message>
      ) : null}
    </div>
  );
};
