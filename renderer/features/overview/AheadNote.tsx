import { Link } from '@tanstack/react-router';
import { useText } from '../../text/useText.ts';
import { sumOf } from './daysOf.ts';
import styles from './OverviewPage.module.css';
import { useAhead } from './useAhead.ts';
import { useSumSentence } from './useSumSentence.ts';

/** That there are entries of days after today, which the activity leaves out. Nothing where there are none. */
export const AheadNote = () => {
  const { t } = useText();
  const sentence = useSumSentence();
  const { rows = [] } = useAhead();
  if (rows.length === 0) return null;
  return (
    <p className={styles['text']}>
      <Link to="/overview/ahead">{t('activity.ahead')}</Link>
      {': '}
      {sentence(sumOf(rows))} {t('activity.aheadCounts')}
    </p>
  );
};
