import { TriangleAlert } from 'lucide-react';
import { isDamage } from '../../shared/finding-types.ts';
import { useDaybook } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import styles from './IncompleteFigures.module.css';

/**
 * The mark that figures bear while the daybook is damaged, or leaves out some of what happened. Figures are
 * copied and printed, and the word above the page does not go with them. Nothing where they are whole.
 */
export const IncompleteFigures = () => {
  const { t } = useText();
  const { findings, poison, needsNewer } = useDaybook();
  const isDamaged = findings.some(isDamage);
  if (!isDamaged && poison.length + needsNewer === 0) return null;
  return (
    <p className={styles['mark']} role="note">
      <TriangleAlert aria-hidden="true" size={14} />
      {isDamaged ? t('incomplete.damaged') : t('incomplete.leftOut')}
    </p>
  );
};
