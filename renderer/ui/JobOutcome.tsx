import type { ReactNode } from 'react';
import type { JobProgress, JobRefusal } from '../../shared/protocol.ts';
import { RefusalMessage } from '../text/RefusalMessage.tsx';
import { useText } from '../text/useText.ts';
import { formatRemaining } from '../text/when.ts';
import { Button } from './Button.tsx';
import { Message } from './Message.tsx';
import { ProgressLine } from './ProgressLine.tsx';

interface JobOutcomeProps {
  /** A job as `useJob` gives it. */
  readonly job: {
    readonly running: boolean;
    readonly progress: JobProgress | null;
    readonly refusal: JobRefusal | null;
    readonly cancel: () => void;
  };
  /** What is under way, such as "Verifying". */
  readonly running: string;
  /** What it has reported, in words. */
  readonly children?: ReactNode;
}

/** How far long work is, with what ends it early; and then what came out of it, or why nothing did. */
export const JobOutcome = ({ job, running, children }: JobOutcomeProps) => {
  const { t, language } = useText();
  const remainingMs = job.progress?.remainingMs ?? null;
  return (
    <>
      {job.running ? (
        <ProgressLine
          label={running}
          done={job.progress?.done ?? 0}
          total={job.progress?.total ?? 0}
          aside={
            <>
              {remainingMs === null
                ? null
                : t('job.remaining', { time: formatRemaining(remainingMs, language) })}
              <Button size="small" onPress={job.cancel}>
                {t('common.cancel')}
              </Button>
            </>
          }
        />
      ) : null}
      {children}
      {job.refusal?.type === 'Cancelled' ? (
        <Message look="note">{t('refusal.Cancelled')}</Message>
      ) : (
        <RefusalMessage refusal={job.refusal} />
      )}
    </>
  );
};
