import { useOtherJob } from '../../api/useOtherJob.ts';
import { useText } from '../../text/useText.ts';
import { JobOutcome } from '../../ui/JobOutcome.tsx';
import { Section } from '../../ui/Section.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { EndedImport } from './EndedImport.tsx';
import { FileParts } from './FileParts.tsx';
import styles from './Import.module.css';
import { useSessionState } from './useImport.ts';

/** Brings in a file: choose it, see how it is read, say which column is what, check, import. */
export const ImportPart = () => {
  const { t } = useText();
  const { file } = useSessionState();
  const other = useOtherJob('import');
  return (
    <Section isWide isLandmark title={t('imports.title')}>
      <div className={styles['part']}>
        {other === null ? null : (
          <JobOutcome
            job={other}
            running={t(other.isFromHere ? 'exchange.earlierImport' : 'exchange.otherImport')}
          />
        )}
        <EndedImport />
        {file === null ? <ChooseFile /> : <FileParts key={file.id} file={file} />}
      </div>
    </Section>
  );
};
