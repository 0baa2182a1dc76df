import type { ExportReport } from '../../../shared/protocol/exporting.ts';
import type { ChosenPlace } from '../../../shared/protocol/handed-files.ts';
import { useEnding } from '../../api/useEnding.ts';
import { useExport } from '../../api/useExport.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { useText } from '../../text/useText.ts';
import { JobOutcome } from '../../ui/JobOutcome.tsx';
import { Message } from '../../ui/Message.tsx';
import { EndedElsewhere } from './EndedElsewhere.tsx';
import { exportedSentence } from './exportedSentence.ts';
import { FileButton } from './FileButton.tsx';

interface ExportedProps {
  readonly report: ExportReport;
  readonly name: string | null;
  readonly file: ChosenPlace | null;
  readonly isDelivered: boolean;
}

const Exported = ({ report, name, file, isDelivered }: ExportedProps) => {
  const { t } = useText();
  return (
    <Message look="note" actions={<FileButton file={file} isDelivered={isDelivered} />}>
      {exportedSentence(report, name, t)}
    </Message>
  );
};

/** How the export stands that is going on, or how the last one ended. */
export const ExportProgress = () => {
  const { t } = useText();
  const { name, report, file, ...job } = useExport();
  const other = useOtherJob('export');
  const ending = useEnding('export');
  if (other !== null)
    return (
      <JobOutcome
        job={other}
        running={t(other.isFromHere ? 'exchange.earlierExport' : 'exchange.otherExport')}
      />
    );
  if (ending !== null && !job.running) {
    const { outcome, file: written } = ending;
    return (
      <EndedElsewhere ending={ending}>
        {outcome.ok && outcome.value.kind === 'export' ? (
          <Exported
            report={outcome.value}
            name={written?.name ?? null}
            file={written}
            isDelivered={false}
          />
        ) : null}
      </EndedElsewhere>
    );
  }
  return (
    <JobOutcome job={job} running={t('exchange.exporting', { name: name ?? '' })}>
      {job.running || report === null ? null : (
        <Exported report={report} name={name} file={file} isDelivered />
      )}
    </JobOutcome>
  );
};
