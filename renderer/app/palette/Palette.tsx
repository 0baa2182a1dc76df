import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
} from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import { isComposing } from '../../ui/composition.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { matchesWords } from './matchesWords.ts';
import styles from './Palette.module.css';
import { usePaletteActions, type PaletteAction } from './usePaletteActions.ts';
import { usePalettePeople } from './usePalettePeople.ts';

interface PaletteItem extends PaletteAction {
  readonly aside?: string | null;
}

interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** What the words find, in groups; empty ones are left out. */
const usePaletteGroups = (words: string) => {
  const { t } = useText();
  const navigate = useNavigate();
  const { here, go, actions } = usePaletteActions();
  const { found, recent, isSearching } = usePalettePeople(words);
  const matching = (items: readonly PaletteAction[]): readonly PaletteAction[] =>
    items.filter(({ label }) => matchesWords(label, words));
  const toItems = (people: typeof found): readonly PaletteItem[] =>
    people.map(({ personId, name, aside }) => ({
      id: `person/${personId}`,
      label: name,
      aside,
      run: () => void navigate({ to: '/person/$personId', params: { personId } }),
    }));
  const groups: readonly PaletteGroup[] = [
    { id: 'people', title: t('palette.people'), items: toItems(found) },
    {
      id: 'recent',
      title: t('palette.recent'),
      items: words.trim() === '' ? toItems(recent) : [],
    },
    { id: 'here', title: t('palette.here'), items: matching(here) },
    { id: 'go', title: t('palette.go'), items: matching(go) },
    // Without words it would be a long list of what is seldom wanted.
    {
      id: 'actions',
      title: t('palette.actions'),
      items: words.trim() === '' ? [] : matching(actions),
    },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), isSearching };
};

interface PaletteProps {
  /** With what was chosen, to be run when the palette is gone; or null. */
  readonly onClose: (run: (() => void) | null) => void;
}

const Row = ({ label, aside, keys }: PaletteItem) => (
  <>
    <span className={styles['label']}>{label}</span>
    {aside === undefined || aside === null ? null : (
      <span className={styles['aside']}>{aside}</span>
    )}
    {keys === undefined ? null : <kbd className={styles['keys']}>{keys}</kbd>}
  </>
);

/** Finds people, screens and actions by a few letters, and does what is chosen. */
export const Palette = ({ onClose }: PaletteProps) => {
  const { t } = useText();
  const [words, setWords] = useState('');
  const { groups, isSearching } = usePaletteGroups(words);
  const listId = useId();
  const run = (id: string): void => {
    const chosen = groups.flatMap(({ items }) => items).find((item) => item.id === id);
    onClose(chosen?.run ?? null);
  };
  const first = groups[0]?.items[0];
  /** The words whose first find is wanted: by Enter in the field while no row is chosen. */
  const wanted = useRef<string | null>(null);
  const runFirst = (): void => {
    // What is shown while it searches may be of other words, and people come after the actions.
    if (isSearching) return;
    const isWanted = wanted.current === words;
    wanted.current = null;
    if (isWanted && first !== undefined) onClose(first.run);
  };
  useEffect(runFirst);
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    const isChosen = target instanceof Element && target.hasAttribute('aria-activedescendant');
    const isEnter = event.key === 'Enter' && !isComposing(event);
    // Whoever goes on typing or walks to a row no longer wants what comes first.
    wanted.current = isEnter && !isChosen ? words : null;
    if (isEnter) runFirst();
  };
  return (
    <Dialog title={t('palette.title')} width="wide" onLeave={() => onClose(null)}>
      {/* People come a moment after the actions: what would be chosen must not be one that was first before them. */}
      <Autocomplete inputValue={words} onInputChange={setWords} disableAutoFocusFirst>
        <TextField
          aria-label={t('palette.field')}
          autoFocus
          className={styles['field'] ?? ''}
          onKeyDown={({ nativeEvent }) => onKeyDown(nativeEvent)}
        >
          {/* Said of itself here: the list below is always open, and its rows are walked from the field. */}
          <Input
            role="combobox"
            aria-controls={listId}
            aria-expanded
            aria-haspopup="listbox"
            className={styles['input'] ?? ''}
            placeholder={t('palette.field')}
          />
        </TextField>
        <ListBox<PaletteGroup>
          id={listId}
          aria-label={t('palette.title')}
          className={styles['list'] ?? ''}
          items={groups}
          selectionMode="none"
          onAction={(key) => run(String(key))}
          renderEmptyState={() => (
            <p className={styles['empty']}>
              {isSearching ? t('palette.searching') : t('palette.none')}
            </p>
          )}
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className={styles['group'] ?? ''}>{group.title}</Header>
              <Collection items={group.items}>
                {(item) => (
                  <ListBoxItem
                    id={item.id}
                    textValue={item.label}
                    className={`${styles['item']} ${item === first && !isSearching ? styles['first'] : ''}`}
                  >
                    <Row {...item} />
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
};
