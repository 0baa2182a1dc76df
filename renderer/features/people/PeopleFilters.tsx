import { Search, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import { isComposing } from '../../ui/composition.ts';
import { Segments } from '../../ui/Segments.tsx';
import type { PeopleSearch } from './peopleSearch.ts';
import { searchWish } from './searchWish.ts';
import styles from './PeoplePage.module.css';

interface PeopleFiltersProps {
  readonly question: PeopleSearch;
  readonly onAsk: (change: PeopleSearch) => void;
}

/** Keys that follow each other faster are asked for together. **Units:** milliseconds. */
const SEARCH_PAUSE_MS = 60;

/**
 * The search text. The field keeps its own, since an input method must never see it replaced from
 * outside while it composes; the question follows at once, and leads only when it changed by itself.
 */
const useSearchText = (asked: string, onAsk: (change: PeopleSearch) => void) => {
  const [text, setText] = useState(asked);
  /** The question as it is known to be, and behind it those on their way, which come back one by one. */
  const questions = useRef([asked]);
  const sentAtMs = useRef(-Infinity);
  useEffect(() => {
    const at = questions.current.lastIndexOf(asked);
    if (at === -1) setText(asked);
    questions.current = at === -1 ? [asked] : questions.current.slice(at);
  }, [asked]);
  useEffect(() => {
    if (text === questions.current.at(-1)) return undefined;
    const send = (): void => {
      questions.current.push(text);
      sentAtMs.current = performance.now();
      onAsk({ search: text });
    };
    const waitMs = sentAtMs.current + SEARCH_PAUSE_MS - performance.now();
    if (waitMs <= 0) {
      send();
      return undefined;
    }
    const timer = setTimeout(send, waitMs);
    return () => clearTimeout(timer);
  }, [text, onAsk]);
  return [text, setText] as const;
};

/** Search and filter of the list of people. Arrow down goes from the search into the rows. */
export const PeopleFilters = ({ question, onAsk }: PeopleFiltersProps) => {
  const { t } = useText();
  const [text, setText] = useSearchText(question.search ?? '', onAsk);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => searchWish.meet(place.current?.querySelector('input') ?? null), []);
  return (
    <div
      ref={place}
      className={styles['filters']}
      onKeyDownCapture={(event) => {
        // The field would clear itself; its own handler asks no input method.
        if (event.key !== 'Escape' || !isComposing(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <SearchField
        aria-label={t('people.search')}
        className={styles['search'] ?? ''}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            document.querySelector<HTMLElement>('[role="grid"]')?.focus();
          }
        }}
      >
        <Search aria-hidden="true" className={styles['glass']} />
        <Input className={styles['searchInput'] ?? ''} placeholder={t('people.searchHint')} />
        {text === '' ? (
          <kbd className={styles['hint']} aria-hidden="true">
            /
          </kbd>
        ) : (
          <Button className={styles['clear'] ?? ''}>
            <X aria-hidden="true" size={14} />
          </Button>
        )}
      </SearchField>
      <Segments
        label={t('people.filter')}
        value={question.filter ?? 'all'}
        onChange={(filter) => onAsk({ filter: filter === 'all' ? undefined : filter })}
        options={[
          { value: 'all', label: t('people.all') },
          { value: 'owing', label: t('lists.owing') },
          { value: 'in-credit', label: t('lists.inCredit') },
          { value: 'exhausted', label: t('people.exhausted') },
          { value: 'over-limit', label: t('people.overLimit') },
          { value: 'archived', label: t('people.archived') },
          { value: 'erased', label: t('people.erased') },
        ]}
      />
    </div>
  );
};
