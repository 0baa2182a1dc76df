import { Link } from '@tanstack/react-router';
import { useText } from '../../text/useText.ts';
import styles from './PeoplePage.module.css';

/** A list without rows: nobody is in the book, or nobody matches. */
export const EmptyPeople = ({ isNarrowed }: { readonly isNarrowed: boolean }) => {
  const { t } = useText();
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>
        {isNarrowed ? t('people.nothingFound') : t('people.emptyTitle')}
      </p>
      {isNarrowed ? (
        <Link to="/people" search={{}}>
          {t('people.clear')}
        </Link>
      ) : (
        <>
          <p className={styles['emptyText']}>{t('people.emptyText')}</p>
          <Link to="/people/new">{t('people.new')}</Link>
        </>
      )}
    </div>
  );
};
