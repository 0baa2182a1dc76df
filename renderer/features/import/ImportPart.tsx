import { useText } from '../../text/useText.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { FileParts } from './FileParts.tsx';
import styles from './Import.module.css';
import { useSessionState } from './useImport.ts';

/** Brings in a file: choose it, see how it is read, say which column is what, check, import. */
export const ImportPart = () => {
  const { t } = useText();
  const { file } = useSessionState();
  return (
    <section className={styles['part']} aria-label={t('imports.title')}>
      <h2 className={styles['title']}>{t('imports.title')}</h2>
      {file === null ? <ChooseFile /> : <FileParts key={file.id} file={file} />}
    </section>
  );
};
