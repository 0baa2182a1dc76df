import { createContext, useContext, useState } from 'react';
import type { RunningJob } from '../../shared/protocol.ts';
import { useHost, useHostCall } from '../api/useHost.ts';
import { refusalSentence } from '../text/refusalSentence.ts';
import { useText } from '../text/useText.ts';
import { showToast } from '../ui/toasts.ts';

export const LockContext = createContext<() => void>(() => {});

/** Locks the daybook by hand; while long work runs it asks first. */
export const useLock = (): (() => void) => useContext(LockContext);

/** What locks by hand, and what it asks before. */
export const useLocking = () => {
  const { t, language } = useText();
  const callHost = useHostCall();
  const running = useHost()?.jobs ?? [];
  const [isAsked, setIsAsked] = useState(false);
  const kinds: readonly RunningJob['kind'][] = [...new Set(running.map(({ kind }) => kind))];
  const lockNow = (): void => {
    setIsAsked(false);
    void (async () => {
      const refusal = await callHost('daybook/lock', {});
      if (refusal !== null) showToast({ text: refusalSentence(refusal, t, language) });
    })();
  };
  return {
    lock: () => {
      if (kinds.length === 0) lockNow();
      else setIsAsked(true);
    },
    lockNow,
    leave: () => setIsAsked(false),
    /** What would be stopped; null while nobody is asked. */
    asking: isAsked ? kinds : null,
  };
};
