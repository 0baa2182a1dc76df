import type { JobRefusal } from '../../../shared/protocol/jobs.ts';
import { importSentence, stoppedSentence } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';

interface ImportEndingProps {
  /** A check has written nothing. */
  readonly isImport: boolean;
  /** Why it has ended early; null when it has not. */
  readonly refusal: JobRefusal | null;
}

/** How an import or its check has ended, in a sentence. */
export const ImportEnding = ({ isImport, refusal }: ImportEndingProps) => {
  const { t, language } = useText();
  if (refusal === null)
    return <Message look="note">{t(isImport ? 'imports.run.done' : 'imports.check.done')}</Message>;
  if (refusal.type === 'Cancelled')
    return (
      <Message look="note">{t(isImport ? 'imports.run.stopped' : 'imports.check.stopped')}</Message>
    );
  if (refusal.type === 'JobCutShort')
    return <Message>{t(isImport ? 'imports.run.cutShort' : 'imports.check.cutShort')}</Message>;
  // The program may be at work still, or be gone: nobody can say that nothing was written.
  if (refusal.type === 'ConnectionLost')
    return <Message>{t(isImport ? 'imports.run.lost' : 'imports.check.lost')}</Message>;
  if (!isImport || refusal.report === undefined)
    return <Message>{importSentence(refusal, t, language)}</Message>;
  return <Message>{stoppedSentence(refusal, t, language)}</Message>;
};
