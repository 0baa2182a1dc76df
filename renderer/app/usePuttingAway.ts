import { useState } from 'react';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import { useHost, useHostCall } from '../api/useHost.ts';
import { refusalSentence } from '../text/refusalSentence.ts';
import { useText } from '../text/useText.ts';
import { showToast } from '../ui/toasts.ts';
import type { PuttingAway } from '../window/putAway.ts';
import { useCloseDaybook } from '../window/useCloseDaybook.ts';

/** Does it at once, and tells at the foot why it was not done. */
const usePutAwayNow = () => {
  const { t, language } = useText();
  const callHost = useHostCall();
  const close = useCloseDaybook();
  return async (how: PuttingAway): Promise<void> => {
    if (how === 'close') {
      await close();
      return;
    }
    const refusal = await callHost('daybook/lock', {});
    if (refusal !== null) showToast({ text: refusalSentence(refusal, t, language) });
  };
};

/** What puts the daybook away, and what it asks before. */
export const usePuttingAway = () => {
  const putAwayNow = usePutAwayNow();
  const running = useHost()?.jobs ?? [];
  const [asked, setAsked] = useState<PuttingAway | null>(null);
  const kinds: readonly RunningJob['kind'][] = [...new Set(running.map(({ kind }) => kind))];
  return {
    putAway: (how: PuttingAway): void => {
      if (kinds.length === 0) void putAwayNow(how);
      else setAsked(how);
    },
    /** What is asked; null while nothing is. */
    asking:
      asked === null
        ? null
        : {
            how: asked,
            kinds,
            onLeave: () => setAsked(null),
            onGo: () => {
              setAsked(null);
              void putAwayNow(asked);
            },
          },
  };
};
