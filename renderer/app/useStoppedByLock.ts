import { useEffect, useEffectEvent, useState } from 'react';
import type { HostState, LockedDaybook } from '../../shared/protocol/host-state.ts';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import { useText } from '../text/useText.ts';
import { showToast } from '../ui/toasts.ts';

type Kinds = readonly RunningJob['kind'][];

const none: Kinds = [];

/** The long work that was stopped by the lock out of which the open daybook has come. */
export const useStoppedByLock = (host: HostState | undefined): Kinds => {
  const [lock, setLock] = useState<LockedDaybook | null>(null);
  const now = host?.locked ?? null;
  if (host?.open === null && lock !== now) setLock(now);
  return lock !== null && lock.folder === host?.openFolder ? (lock.stopped ?? none) : none;
};

/** Says so at the foot, once the daybook is open again. */
export const useTellStopped = (kinds: Kinds): void => {
  const { t } = useText();
  const tell = useEffectEvent(() => {
    if (kinds.length > 0)
      showToast({ text: kinds.map((kind) => t(`locking.stopped.${kind}`)).join(' ') });
  });
  useEffect(() => tell(), []);
};
