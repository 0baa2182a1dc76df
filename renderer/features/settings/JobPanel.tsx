import type { JobReport } from '../../../shared/protocol.ts';
import type { JobKind } from '../../api/createJobs.ts';
import { useJob } from '../../api/useJob.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatRemaining } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { FindingList } from './FindingList.tsx';
import styles from './SettingsPage.module.css';

interface JobPanelProps {
  readonly kind: JobKind;
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
      return null;
  }
};

/** Long work: what it does, how far it is, what came out. */
export const JobPanel = ({ kind, action, running, text, aside }: JobPanelProps) => {
  const { t, language } = useText();
  const job = useJob(kind);
  const remainingMs = job.progress?.remainingMs ?? null;
  return (
    <div className={styles['job']} role="group" aria-label={action}>
      <div>
        <Button onPress={job.run} isDisabled={job.running}>
          {action}
        </Button>
      </div>
      <div className={styles['jobText']}>
        <p className={styles['text']}>
          {text} {aside}
        </p>
        {job.running ? (
          <ProgressLine
            label={running}
            done={job.progress?.done ?? 0}
            total={job.progress?.total ?? 0}
            aside={
              <>
                {remainingMs === null
                  ? null
                  : t('settings.remaining', { time: formatRemaining(remainingMs, language) })}
                <Button size="small" onPress={job.cancel}>
                  {t('common.cancel')}
                </Button>
              </>
            }
          />
        ) : null}
        {job.report === null ? null : <Report report={job.report} />}
        {job.refusal?.type === 'Cancelled' ? (
          <Message look="note">{t('refusal.Cancelled')}</Message>
        ) : (
          <RefusalMessage refusal={job.refusal} />
        )}
      </div>
    </div>
  );
};
