import { useEffect, useState } from 'react';
import type { JobProgress } from '../../../shared/protocol/jobs.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useApi } from '../../api/ApiContext.ts';
import { newCommandId } from '../../api/newCommandId.ts';
import { useHostCall } from '../../api/useHost.ts';

/** Opens the sample, which is made where there is none: how that stands, and what ends it. */
export const useSample = () => {
  const { bridge } = useApi();
  const callHost = useHostCall();
  const [id] = useState(newCommandId);
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(
    () =>
      bridge.onNotice((notice) => {
        if (notice.type === 'progress' && notice.progress.job === id) setProgress(notice.progress);
      }),
    [bridge, id],
  );
  const call = async (work: () => Promise<Refusal | null>): Promise<void> => {
    setRefusal(null);
    setProgress(null);
    setRunning(true);
    setRefusal(await work());
    setRunning(false);
  };
  return {
    running,
    progress,
    refusal,
    report: null,
    open: () => void call(() => callHost('sample/open', { id })),
    cancel: () => void bridge.call('sample/cancel', { id }),
    remove: () => void call(() => callHost('sample/remove', {})),
  };
};
