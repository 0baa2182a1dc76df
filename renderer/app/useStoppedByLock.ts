import { useEffect, useEffectEvent, useState } from 'react';
import type { HostState, LockedDaybook } from '../../shared/protocol/host-state.ts';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import { useApi } from '../api/ApiContext.ts';
import { useText } from '../text/useText.ts';
import { showToast } from '../ui/toasts.ts';

type Kinds = readonly RunningJob['kind'][];

const none: Kinds = [];

/**
 * The long work that the program has stopped for the lock out of which the open daybook has come; null
 * where it comes out of none.
 */
export const useStoppedByLock = (host: HostState | undefined): Kinds | null => {
  const [lock, setLock] = useState<LockedDaybook | null>(null);
  const now = host?.locked ?? null;
  if (host?.open === null && lock !== now) setLock(now);
  return lock !== null && lock.folder === host?.openFolder ? (lock.stopped ?? none) : null;
};

/**
 * Says so at the foot, once the daybook is open again; so too of work that the program had not heard of yet,
 * or that was lost with the connection.
 */
export const useTellStopped = (stopped: Kinds | null): void => {
  const { t } = useText();
  const { cutShort } = useApi();
  const tell = useEffectEvent(() => {
    const begun = cutShort.list();
    const lost = cutShort.lost();
    for (const kind of [...begun, ...lost]) cutShort.drop(kind);
    const kinds = stopped === null ? none : [...new Set([...stopped, ...begun])];
    const sentences = [
      ...kinds.map((kind) => t(`locking.stopped.${kind}`)),
      ...lost.map((kind) => t(`connection.stopped.${kind}`)),
    ];
    if (sentences.length > 0) showToast({ text: sentences.join(' ') });
  });
  useEffect(() => tell(), []);
};
