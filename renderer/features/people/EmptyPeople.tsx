import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import type { PersonListFilter } from '../../../shared/views/person-list.ts';
import { useDaybook } from '../../api/useHost.ts';
import { FirstStepsList } from '../welcome/FirstStepsList.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useCloseDaybook } from '../../window/useCloseDaybook.ts';
import { sampleWish } from '../welcome/sampleWish.ts';
import styles from './EmptyPeople.module.css';

interface EmptyPeopleProps {
  readonly filter: PersonListFilter | undefined;
  readonly isSearched: boolean;
  /** Whether there is a filter or a search that leaves people out. */
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}

/** Nothing was ever written in this daybook: what to do first, or where to look around before. */
const Beginning = () => {
  const { t } = useText();
  const close = useCloseDaybook();
  const lookAtSample = async (): Promise<void> => {
    sampleWish.make();
    if (!(await close())) sampleWish.forget();
  };
  return (
    <div className={styles['beginning']}>
      <section aria-labelledby="first-steps">
        <h2 id="first-steps">{t('firstSteps.title')}</h2>
        <FirstStepsList />
      </section>
      <section className={styles['sample']}>
        <p>{t('sample.lookText')}</p>
        <Button size="small" onPress={() => void lookAtSample()}>
          {t('sample.look')}
        </Button>
      </section>
    </div>
  );
};

/** A list without rows: nobody is in the book, nobody is found, or the filter has nobody. */
export const EmptyPeople = ({ filter, isSearched, isNarrowed, onShowAll }: EmptyPeopleProps) => {
  const { t } = useText();
  const { events } = useDaybook();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // It was in the list until nobody turned out to be there, and fell out of the page with it.
    if (document.activeElement !== document.body) return;
    place.current?.closest('main')?.focus({ preventScroll: true });
  }, []);
  if (isNarrowed)
    return (
      <Empty ref={place} title={t('people.nothingFound')}>
        <p>
          {isSearched || filter === undefined
            ? t('lists.nothingFoundHint')
            : t(`lists.none.${filter}`)}
        </p>
        <Button onPress={onShowAll}>{t('people.clear')}</Button>
      </Empty>
    );
  return (
    <Empty ref={place} title={t('people.emptyTitle')}>
      {events === 0 ? <Beginning /> : <Link to="/people/new">{t('people.new')}</Link>}
    </Empty>
  );
};
