import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './Import.module.css';
import { unknownColumns } from './mapDraft.ts';
import { dropMap, LAST_USED, readSavedMaps, savedDraft, saveMap } from './savedMaps.ts';
import { useSession, type Prepared } from './useImport.ts';

interface SavedMapsProps {
  readonly header: readonly string[];
  readonly prepared: Prepared;
}

const NONE = LAST_USED;

/** Maps that were kept on this machine under a name, for files with this header. */
export const SavedMaps = ({ header, prepared }: SavedMapsProps) => {
  const { t } = useText();
  const session = useSession();
  const [maps, setMaps] = useState(() => readSavedMaps(localStorage));
  const [used, setUsed] = useState(prepared.recognised?.name ?? NONE);
  const [name, setName] = useState(used === NONE ? '' : used);
  const named = maps.filter((each) => each.name !== LAST_USED && each.mark === prepared.mark);
  const refresh = (shown: string): void => {
    setMaps(readSavedMaps(localStorage));
    setUsed(shown);
  };
  const save = async (): Promise<void> => {
    const written = name.trim();
    if (written === '' || written === LAST_USED) return;
    await saveMap(localStorage, written, prepared.kind, header, prepared.draft);
    refresh(written);
    showToast({ text: t('imports.map.savedToast') });
  };
  return (
    <div className={styles['saved']}>
      {named.length === 0 ? null : (
        <Select
          label={t('imports.map.saved')}
          value={named.some((each) => each.name === used) ? used : NONE}
          options={[
            { value: NONE, label: t('imports.map.savedNone') },
            ...named.map((each) => ({ value: each.name, label: each.name })),
          ]}
          onChange={(value) => {
            setUsed(value);
            const map = named.find((each) => each.name === value);
            if (map === undefined) return;
            setName(value);
            session.change({ kind: map.kind, draft: savedDraft(map, header) });
          }}
        />
      )}
      <Form
        label={t('imports.map.save')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles['saving']}>
          <TextField
            label={t('imports.map.name')}
            value={name}
            maxLength={100}
            onChange={setName}
          />
          <Button
            type="submit"
            isDisabled={name.trim() === '' || unknownColumns(prepared.draft, header).length > 0}
          >
            {t('imports.map.save')}
          </Button>
          {used === NONE ? null : (
            <Button
              look="quiet"
              onPress={() => {
                dropMap(localStorage, used);
                setName('');
                refresh(NONE);
              }}
            >
              {t('imports.map.drop')}
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
};
