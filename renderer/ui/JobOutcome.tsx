import type { ReactNode } from 'react';
import type { JobProgress, JobRefusal } from '../../shared/protocol/jobs.ts';
import { useText } from '../text/useText.ts';
import { JobProgressLine } from './JobProgressLine.tsx';
import { JobRefusalMessage } from './JobRefusalMessage.tsx';

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
  const { t } = useText();
  return (
    <>
      {job.running ? (
        <JobProgressLine
          label={running}
          progress={job.progress}
          stop={t('common.cancel')}
          onStop={job.cancel}
        />
      ) : null}
      {children}
      <JobRefusalMessage refusal={job.refusal} />
    </>
  );
};
