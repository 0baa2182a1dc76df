import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LogPage.module.css';

interface EmptyLogProps {
  /** Whether there is a filter that leaves events out. */
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}

/** A log without lines: nothing has happened, or nothing matches. */
export const EmptyLog = ({ isNarrowed, onShowAll }: EmptyLogProps) => {
  const { t } = useText();
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>
        {isNarrowed ? t('log.nothingFound') : t('log.emptyTitle')}
      </p>
      {isNarrowed ? (
        <Button onPress={onShowAll}>{t('log.clear')}</Button>
      ) : (
        <p className={styles['soft']}>{t('log.emptyText')}</p>
      )}
    </div>
  );
};
