import { Link } from '@tanstack/react-router';
import { useView } from '../../api/useView.ts';
import { useText } from '../../text/useText.ts';

/**
 * What the exhausted are, and the way to those beyond them: who asks for all that have used up their credit
 * means both.
 */
export const ExhaustedNote = ({
  isNone = false,
  className,
}: {
  readonly isNone?: boolean;
  readonly className: string | undefined;
}) => {
  const { t } = useText();
  const { data } = useView('overview/totals', {});
  const count = data?.rows[0]?.overLimit ?? 0;
  return (
    <p className={className}>
      {isNone ? t('lists.none.exhausted') : t('lists.exhaustedNote')}{' '}
      {count === 0 ? null : (
        <Link to="/people" search={{ filter: 'over-limit' }}>
          {t('lists.alsoOver', { count })}
        </Link>
      )}
    </p>
  );
};
