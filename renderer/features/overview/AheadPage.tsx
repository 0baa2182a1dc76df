import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { BackLink } from '../../ui/BackLink.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import { sumOf } from './daysOf.ts';
import styles from './OverviewPage.module.css';
import { useAhead } from './useAhead.ts';

/** The days after today that have entries: what the balances count already, and the activity does not show. */
export const AheadPage = () => {
  const { t } = useText();
  const { rows, refusal } = useAhead();
  return (
    <>
      <BackLink to="/overview" className={styles['back'] ?? ''}>
        {t('overview.title')}
      </BackLink>
      <PageHead
        title={t('activity.ahead')}
        aside={rows === undefined ? undefined : t('activity.count', { count: sumOf(rows).entries })}
      />
      <div className={styles['ahead']}>
        <UnansweredMessage isOnPage refusal={refusal} />
        <p className={styles['text']}>
          {rows?.length === 0 ? t('activity.noneAhead') : t('activity.aheadText')}
        </p>
        {rows === undefined && refusal === null ? <AwaitedLines count={3} /> : null}
        {rows === undefined || rows.length === 0 ? null : (
          <ActivityTable label={t('activity.ahead')} rows={rows} />
        )}
      </div>
    </>
  );
};
