import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './PeoplePage.module.css';

interface EmptyPeopleProps {
  /** Whether there is a filter or a search that leaves people out. */
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}

/** A list without rows: nobody is in the book, or nobody matches. */
export const EmptyPeople = ({ isNarrowed, onShowAll }: EmptyPeopleProps) => {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // It was in the list until nobody turned out to be there, and fell out of the page with it.
    if (document.activeElement !== document.body) return;
    place.current?.closest('main')?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} className={styles['empty']}>
      <p className={styles['emptyTitle']}>
        {isNarrowed ? t('people.nothingFound') : t('people.emptyTitle')}
      </p>
      {isNarrowed ? (
        <Button onPress={onShowAll}>{t('people.clear')}</Button>
      ) : (
        <>
          <p className={styles['emptyText']}>{t('people.emptyText')}</p>
          <Link to="/people/new">{t('people.new')}</Link>
        </>
      )}
    </div>
  );
};
