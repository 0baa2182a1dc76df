import { FileUp } from 'lucide-react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { importSentence } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { Examples } from './Examples.tsx';
import styles from './Import.module.css';
import { useSession, useSessionState } from './useImport.ts';

/** A folder that was dropped, a piece of text, or what the system would not say anything of. */
const notAFile = { type: 'FileUnreadable', reason: 'notAFile' } as const;

/** Where a file is chosen or dropped, and what it should look like. */
export const ChooseFile = () => {
  const { t, language } = useText();
  const session = useSession();
  const { handing, refusal } = useSessionState();
  const take = (file: File | undefined): void => {
    if (file !== undefined) void session.hand(file);
  };
  if (handing !== null)
    return (
      <ProgressLine
        label={t('imports.choose.handing')}
        done={handing.done}
        total={handing.total}
        aside={
          <Button size="small" onPress={session.stopHanding}>
            {t('imports.choose.stop')}
          </Button>
        }
      />
    );
  return (
    <>
      <p className={styles['text']}>{t('imports.choose.text')}</p>
      {refusal === null || refusal.type === 'Cancelled' ? null : (
        <Message>{importSentence(refusal, t, language)}</Message>
      )}
      <DropZone
        className={styles['drop'] ?? ''}
        aria-label={t('imports.choose.dropLabel')}
        onDrop={({ items }) => {
          const item = items.find((each) => each.kind !== 'text');
          if (item?.kind !== 'file') session.refuse(notAFile);
          // The system may have lost it since it was taken up.
          else void item.getFile().then(take, () => session.refuse({ type: 'NoSuchFile' }));
        }}
      >
        <FileTrigger
          acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv', 'text/plain', 'text/*']}
          onSelect={(files) => take(files?.[0])}
        >
          <Button look="primary" icon={<FileUp aria-hidden="true" />}>
            {t('imports.choose.button')}
          </Button>
        </FileTrigger>
        <Text slot="label" className={styles['hint'] ?? ''}>
          {t('imports.choose.drop')}
        </Text>
      </DropZone>
      <Examples />
    </>
  );
};
