import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isDamage } from '../../shared/finding-types.ts';
import { useDaybook, useHost } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import { formatMoment } from '../text/when.ts';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import styles from './StatusNotices.module.css';

/** That the engine was started again, until it has been read. */
const RestartNotice = () => {
  const { t } = useText();
  const restarts = useHost()?.restarts ?? 0;
  const [read, setRead] = useState(0);
  return (
    <div role="status">
      {restarts > read ? (
        <div className={styles['notices']}>
          <Message
            look="note"
            actions={
              <Button size="small" onPress={() => setRead(restarts)}>
                {t('host.read')}
              </Button>
            }
          >
            {t('host.restarted')}
          </Message>
        </div>
      ) : null}
    </div>
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

/** That what is written is recorded ahead of the clock, until it has been read. */
const ClockNotice = () => {
  const { t, language } = useText();
  const { clockAhead } = useDaybook();
  const [isRead, setRead] = useState(false);
  return (
    <div role="status">
      {clockAhead === null || isRead ? null : (
        <div className={styles['notices']}>
          <Message
            look="note"
            actions={
              <Button size="small" onPress={() => setRead(true)}>
                {t('host.read')}
              </Button>
            }
          >
            {t('host.clockAhead', { when: formatMoment(clockAhead, language) })}
          </Message>
        </div>
      )}
    </div>
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
