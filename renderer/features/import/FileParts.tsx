import { useEffect, useRef } from 'react';
import type { HandedFile } from '../../../shared/protocol/handed-files.ts';
import { importSentence } from '../../text/importSentence.ts';
import { formatBytes } from '../../text/formatBytes.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { CheckPart } from './CheckPart.tsx';
import styles from './Import.module.css';
import { MapPart } from './MapPart.tsx';
import { ReadingPart } from './ReadingPart.tsx';
import { prepare, useInspection, useSession, useSessionState } from './useImport.ts';

const FileHead = ({
  file,
  isLeaveable,
}: {
  readonly file: HandedFile;
  readonly isLeaveable: boolean;
}) => {
  const { t, language } = useText();
  const session = useSession();
  const start = useRef<HTMLDivElement>(null);
  // The button that has chosen the file is gone: the keyboard goes on here.
  useEffect(() => start.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles['fileHead']} ref={start} tabIndex={-1}>
      <strong className={styles['fileName']}>{file.name}</strong>
      <span className={styles['hint']}>{formatBytes(file.bytes, language)}</span>
      {isLeaveable ? (
        <Button size="small" onPress={session.leave}>
          {t('imports.file.other')}
        </Button>
      ) : null}
    </div>
  );
};

/** Everything about a file that was taken in. */
export const FileParts = ({ file }: { readonly file: HandedFile }) => {
  const { t, language } = useText();
  const said = useSessionState();
  const { value: asked, refusal } = useInspection(file, said.readAs);
  const isRunning = said.stage === 'run';
  const inspection = asked ?? (isRunning ? said.begunWith : null);
  const prepared = inspection === null ? null : prepare(inspection, said);
  return (
    <>
      <FileHead file={file} isLeaveable={!isRunning} />
      {refusal === null || isRunning ? null : (
        <Message>{importSentence(refusal, t, language)}</Message>
      )}
      {isRunning ? null : <ReadingPart inspection={inspection} refusal={refusal} />}
      {inspection === null || prepared === null ? null : (
        <>
          {isRunning ? null : <MapPart file={file} inspection={inspection} prepared={prepared} />}
          <CheckPart inspection={inspection} prepared={prepared} />
        </>
      )}
    </>
  );
};
