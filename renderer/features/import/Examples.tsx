import { exampleKinds, type ExampleKind } from '../../../shared/imports/example-file.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useApi } from '../../api/ApiContext.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './Import.module.css';

/** Files as they should be, saved the way that exports are: at a place of the user's choice. */
export const Examples = () => {
  const { t, language } = useText();
  const { bridge } = useApi();
  const refuse = (refusal: Refusal): void =>
    showToast({ text: refusalSentence(refusal, t, language) });
  const save = async (kind: ExampleKind): Promise<void> => {
    const place = await bridge.files.place(`${t(`imports.kinds.${kind}`)}.csv`);
    if (!place.ok) return refuse(place.error);
    if (place.value === null) return undefined;
    const { id, name } = place.value;
    const written = await bridge.call('import/example', { file: id, kind, language });
    if (!written.ok) {
      bridge.files.release(id);
      return refuse(written.error);
    }
    bridge.files.deliver(id);
    showToast({ text: t('imports.choose.exampleSaved', { name }) });
    return undefined;
  };
  return (
    <p className={styles['examples']}>
      {t('imports.choose.example')}
      {exampleKinds.map((kind) => (
        <Button key={kind} look="quiet" size="small" onPress={() => void save(kind)}>
          {t(`imports.kinds.${kind}`)}
        </Button>
      ))}
    </p>
  );
};
