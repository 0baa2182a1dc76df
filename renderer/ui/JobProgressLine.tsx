import type { JobProgress } from '../../shared/protocol/jobs.ts';
import { useText } from '../text/useText.ts';
import { formatRemaining } from '../text/when.ts';
import { Button } from './Button.tsx';
import { ProgressLine } from './ProgressLine.tsx';

interface JobProgressLineProps {
  /** What is under way, such as "Verifying". */
  readonly label: string;
  /** Null before the first news of it. */
  readonly progress: Omit<JobProgress, 'job'> | null;
  /** What ends it early is called. */
  readonly stop: string;
  readonly onStop: () => void;
}

/** How far long work is, how long it will take, and what ends it early. */
export const JobProgressLine = ({ label, progress, stop, onStop }: JobProgressLineProps) => {
  const { t, language } = useText();
  const remainingMs = progress?.remainingMs ?? null;
  return (
    <ProgressLine
      label={label}
      done={progress?.done ?? 0}
      total={progress?.total ?? 0}
      aside={
        <>
          {remainingMs === null
            ? null
            : t('job.remaining', { time: formatRemaining(remainingMs, language) })}
          <Button size="small" onPress={onStop}>
            {stop}
          </Button>
        </>
      }
    />
  );
};
