import type { JobReport } from '../../../shared/protocol/jobs.ts';
import { useEnding } from '../../api/useEnding.ts';
import { useJob } from '../../api/useJob.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { JobOutcome } from '../../ui/JobOutcome.tsx';
import { EndedElsewhere } from '../exchange/EndedElsewhere.tsx';
import { Message } from '../../ui/Message.tsx';
import { FindingList } from './FindingList.tsx';
import styles from './SettingsPage.module.css';

interface JobPanelProps {
  readonly kind: 'verify' | 'rebuild';
  readonly action: string;
  readonly running: string;
  readonly text: string;
  readonly aside?: string;
}

const Report = ({ report }: { readonly report: JobReport }) => {
  const { t } = useText();
  switch (report.kind) {
    case 'verify':
      return report.sound ? (
        <Message look="note">{t('settings.sound', { count: report.events })}</Message>
      ) : (
        <Message>
          {t('settings.unsound')}
          <FindingList findings={report.findings} />
        </Message>
      );
    case 'rebuild':
      return <Message look="note">{t('settings.rebuilt', { count: report.events })}</Message>;
    case 'import':
    case 'export':
      return null;
  }
};

/** Long work: what it does, how far it is, what came out. */
export const JobPanel = ({ kind, action, running, text, aside }: JobPanelProps) => {
  const job = useJob(kind);
  const other = useOtherJob(kind);
  const ending = useEnding(kind);
  const isRunning = job.running || other !== null;
  return (
    <div className={styles['job']} role="group" aria-label={action}>
      <div>
        {/* Pending, it keeps the focus of whoever pressed it. */}
        <Button
          isPending={job.running}
          isDisabled={other !== null}
          onPress={() => job.run({ kind })}
        >
          {action}
        </Button>
      </div>
      <div className={styles['jobText']}>
        <p className={styles['text']}>
          {text} {aside}
        </p>
        {ending === null || isRunning ? (
          <JobOutcome job={other ?? job} running={running}>
            {other !== null || job.report === null ? null : <Report report={job.report} />}
          </JobOutcome>
        ) : (
          <EndedElsewhere ending={ending}>
            {ending.outcome.ok ? <Report report={ending.outcome.value} /> : null}
          </EndedElsewhere>
        )}
      </div>
    </div>
  );
};
