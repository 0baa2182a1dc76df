import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import { isComposing } from '../../ui/composition.ts';
import { Segments } from '../../ui/Segments.tsx';
import type { PeopleSearch } from './peopleSearch.ts';
import styles from './PeoplePage.module.css';

interface PeopleFiltersProps {
  readonly question: PeopleSearch;
  readonly onAsk: (change: PeopleSearch) => void;
}

const SEARCH_PAUSE_MS = 60;

/**
 * The search text. The field keeps its own, since an input method must never see it replaced from
 * outside while it composes; the question follows after a moment, and leads only when it changed by itself.
 */
const useSearchText = (asked: string, onAsk: (change: PeopleSearch) => void) => {
  const [text, setText] = useState(asked);
  const sent = useRef(asked);
  useEffect(() => {
    if (asked === sent.current) return;
    sent.current = asked;
    setText(asked);
  }, [asked]);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text.trim() === '' ? '' : text;
      onAsk({ search: text });
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onAsk]);
  return [text, setText] as const;
};

/** Search and filter of the list of people. Arrow down goes from the search into the rows. */
export const PeopleFilters = ({ question, onAsk }: PeopleFiltersProps) => {
  const { t } = useText();
  const [text, setText] = useSearchText(question.search ?? '', onAsk);
  return (
    <div
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
