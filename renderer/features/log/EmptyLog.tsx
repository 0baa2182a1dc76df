import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';

interface EmptyLogProps {
  /** Whether there is a filter that leaves events out. */
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}

/** A log without lines: nothing has happened, or nothing matches. */
export const EmptyLog = ({ isNarrowed, onShowAll }: EmptyLogProps) => {
  const { t } = useText();
  return (
    <Empty title={isNarrowed ? t('log.nothingFound') : t('log.emptyTitle')}>
      {isNarrowed ? (
        <Button onPress={onShowAll}>{t('log.clear')}</Button>
      ) : (
        <p>{t('log.emptyText')}</p>
      )}
    </Empty>
  );
};
