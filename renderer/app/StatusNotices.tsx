import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isDamage } from '../../shared/finding-types.ts';
import { useDaybook, useHost } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import { formatMoment } from '../text/when.ts';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import styles from './StatusNotices.module.css';

interface NewsProps {
  /** What there is to tell; null while there is nothing, or once it has been read. */
  readonly text: string | null;
  readonly onRead: () => void;
}

/** Something that happened, until it has been read. Its place is there before, so that it is read out. */
const News = ({ text, onRead }: NewsProps) => {
  const { t } = useText();
  return (
    <div role="status">
      {text === null ? null : (
        <div className={styles['notices']}>
          <Message
            look="note"
            actions={
              <Button size="small" onPress={onRead}>
                {t('host.read')}
              </Button>
            }
          >
            {text}
          </Message>
        </div>
      )}
    </div>
  );
};

/** That the engine was started again. */
const RestartNotice = () => {
  const { t } = useText();
  const restarts = useHost()?.restarts ?? 0;
  const [read, setRead] = useState(0);
  return (
    <News text={restarts > read ? t('host.restarted') : null} onRead={() => setRead(restarts)} />
  );
};

/** What is wrong with the daybook: damage, left-out events. */
const Findings = () => {
  const { t } = useText();
  const { findings, poison, needsNewer } = useDaybook();
  const isDeleted = findings.some((finding) => !isDamage(finding));
  const more = <Link to="/settings/storage">{t('host.details')}</Link>;
  if (findings.length + poison.length + needsNewer === 0) return null;
  return (
    <div className={styles['notices']}>
      {isDeleted ? (
        <Message actions={<Link to="/exchange">{t('host.export')}</Link>}>
          {t('host.deleted')}
        </Message>
      ) : null}
      {findings.some(isDamage) ? <Message actions={more}>{t('host.readOnly')}</Message> : null}
      {poison.length > 0 ? (
        <Message actions={more}>{t('host.poison', { count: poison.length })}</Message>
      ) : null}
      {needsNewer > 0 ? (
        <Message look="note">{t('host.needsNewer', { count: needsNewer })}</Message>
      ) : null}
    </div>
  );
};

/** That what is written is recorded ahead of the clock. */
const ClockNotice = () => {
  const { t, language } = useText();
  const { clockAhead } = useDaybook();
  const [isRead, setRead] = useState(false);
  return (
    <News
      text={
        clockAhead === null || isRead
          ? null
          : t('host.clockAhead', { when: formatMoment(clockAhead, language) })
      }
      onRead={() => setRead(true)}
    />
  );
};

/** What the user has to know of the daybook on every page. */
export const StatusNotices = () => (
  <>
    <RestartNotice />
    <Findings />
    <ClockNotice />
  </>
);
