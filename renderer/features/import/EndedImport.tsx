import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { useEnding } from '../../api/useEnding.ts';
import { useJob } from '../../api/useJob.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { endedSentence } from '../exchange/endedSentence.ts';
import { FileButton } from '../exchange/FileButton.tsx';
import styles from './Import.module.css';
import { ImportEnding } from './ImportEnding.tsx';
import { RefusedList } from './RefusedList.tsx';
import { ReportFigures } from './ReportFigures.tsx';

/** How the last import has ended that this page has not begun; nothing while there is none, or another runs. */
export const EndedImport = () => {
  const { t, language } = useText();
  const ending = useEnding('import');
  const job = useJob('import');
  const other = useOtherJob('import');
  if (ending === null || job.running || other !== null) return null;
  const { isTrial, outcome, file } = ending;
  const ended = outcome.ok ? outcome.value : outcome.error.report;
  const report: ImportReport | null = ended?.kind === 'import' ? ended : null;
  return (
    <section
      className={styles['step']}
      aria-label={t(isTrial ? 'imports.report.trialTitle' : 'imports.report.title')}
    >
      <p className={styles['text']}>{endedSentence(ending, t, language)}</p>
      <ImportEnding isImport={!isTrial} refusal={outcome.ok ? null : outcome.error} />
      {report === null ? null : <ReportFigures report={report} isTrial={isTrial} />}
      <div className={styles['actions']}>
        <FileButton file={file} isDelivered={false} />
        <Button size="small" onPress={ending.putAway}>
          {t('exchange.putAway')}
        </Button>
      </div>
      {report === null ? null : <RefusedList report={report} />}
    </section>
  );
};
