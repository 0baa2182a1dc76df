import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { useView } from '../../api/useView.ts';
import { useText } from '../../text/useText.ts';
import fields from '../../ui/Field.module.css';
import { PersonName } from '../people/PersonName.tsx';
import styles from './LogFilters.module.css';

interface PersonFilterProps {
  readonly personId: string | undefined;
  readonly onChange: (personId: string | undefined) => void;
}

const OFFERED = 8;

/** Somebody is looked for by name here; the address gets their id alone. */
const Choose = ({
  isFresh,
  onChange,
}: Pick<PersonFilterProps, 'onChange'> & { readonly isFresh: boolean }) => {
  const { t } = useText();
  const [words, setWords] = useState('');
  const { data } = useView(
    'person/list',
    { search: words, limit: OFFERED },
    { keepPrevious: true },
  );
  const named = new Map(
    (data?.rows ?? []).flatMap(({ personId, name, reference }) =>
      name === null ? [] : [[personId, { id: personId, name, reference }] as const],
    ),
  );
  return (
    <ComboBox
      className={fields['field'] ?? ''}
      items={[...named.values()]}
      inputValue={words}
      onInputChange={setWords}
      value={null}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      menuTrigger="input"
      // What somebody was let go with is gone.
      autoFocus={isFresh}
      allowsEmptyCollection
    >
      <Label className={fields['label'] ?? ''}>{t('log.personFilter')}</Label>
      <Input
        className={fields['input'] ?? ''}
        placeholder={t('log.personHint')}
        autoComplete="off"
        spellCheck={false}
      />
      <Popover className={fields['popover'] ?? ''} offset={4}>
        <ListBox<{ id: string; name: string; reference: string | null }>
          className={fields['options'] ?? ''}
          renderEmptyState={() => <p className={styles['nobody']}>{t('log.nobody')}</p>}
        >
          {({ id, name, reference }) => (
            <ListBoxItem id={id} textValue={name} className={fields['option'] ?? ''}>
              <span className={styles['offered']}>{name}</span>
              <span className={styles['reference']}>{reference}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};

const Chosen = ({
  personId,
  isFresh,
  onClear,
}: {
  readonly personId: string;
  readonly isFresh: boolean;
  readonly onClear: () => void;
}) => {
  const { t } = useText();
  const { data } = useView('person/page', { personId });
  const person = data?.rows[0];
  const clear = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // The field that somebody was chosen in is gone.
    if (isFresh) clear.current?.focus();
  }, [isFresh]);
  return (
    <div className={fields['field']} role="group" aria-label={t('log.personFilter')}>
      <span className={fields['label']}>{t('log.personFilter')}</span>
      <div className={styles['person']}>
        <span className={styles['personName']}>
          {person === undefined ? personId.slice(0, 8) : <PersonName person={person} />}
        </span>
        <Button
          ref={clear}
          className={styles['clear'] ?? ''}
          aria-label={t('log.clearPerson')}
          onPress={onClear}
        >
          <X aria-hidden="true" size={14} />
        </Button>
      </div>
    </div>
  );
};

/** Whose events are shown. */
export const PersonFilter = ({ personId, onChange }: PersonFilterProps) => {
  const [isFresh, setIsFresh] = useState(false);
  return personId === undefined ? (
    <Choose
      isFresh={isFresh}
      onChange={(chosen) => {
        setIsFresh(true);
        onChange(chosen);
      }}
    />
  ) : (
    <Chosen
      personId={personId}
      isFresh={isFresh}
      onClear={() => {
        setIsFresh(true);
        onChange(undefined);
      }}
    />
  );
};
