import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import type { PersonListFilter } from '../../../shared/views/person-list.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './PeoplePage.module.css';

interface EmptyPeopleProps {
  readonly filter: PersonListFilter | undefined;
  readonly isSearched: boolean;
  /** Whether there is a filter or a search that leaves people out. */
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}

/** Nobody is in the book yet: what to do first. */
const FirstSteps = () => {
  const { t } = useText();
  return (
    <>
      <p className={styles['emptyTitle']}>{t('people.emptyTitle')}</p>
      <p className={styles['emptyText']}>{t('people.emptyText')}</p>
      <p className={styles['teach']}>
        <Link to="/people/new">{t('people.new')}</Link>
        <Link to="/exchange">{t('lists.bringIn')}</Link>
      </p>
      <p className={styles['emptyText']}>{t('lists.emptyKeys')}</p>
    </>
  );
};

/** A list without rows: nobody is in the book, nobody is found, or the filter has nobody. */
export const EmptyPeople = ({ filter, isSearched, isNarrowed, onShowAll }: EmptyPeopleProps) => {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // It was in the list until nobody turned out to be there, and fell out of the page with it.
    if (document.activeElement !== document.body) return;
    place.current?.closest('main')?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} className={styles['empty']}>
      {isNarrowed ? (
        <>
          <p className={styles['emptyTitle']}>{t('people.nothingFound')}</p>
          <p className={styles['emptyText']}>
            {isSearched || filter === undefined
              ? t('lists.nothingFoundHint')
              : t(`lists.none.${filter}`)}
          </p>
          <Button onPress={onShowAll}>{t('people.clear')}</Button>
        </>
      ) : (
        <FirstSteps />
      )}
    </div>
  );
};
