import { useExport } from '../../api/useExport.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { useText } from '../../text/useText.ts';
import { JobOutcome } from '../../ui/JobOutcome.tsx';
import { Message } from '../../ui/Message.tsx';
import { exportedSentence } from './exportedSentence.ts';

/** How the export stands that is going on, or how the last one ended. */
export const ExportProgress = () => {
  const { t } = useText();
  const { name, report, ...job } = useExport();
  const other = useOtherJob('export');
  if (other !== null) return <JobOutcome job={other} running={t('exchange.otherExport')} />;
  return (
    <JobOutcome job={job} running={t('exchange.exporting', { name: name ?? '' })}>
      {job.running || report === null ? null : (
        <Message look="note">{exportedSentence(report, name ?? '', t)}</Message>
      )}
    </JobOutcome>
  );
};
