import { useNavigate } from '@tanstack/react-router';
import { useHostCall } from '../api/useHost.ts';
import { refusalSentence } from '../text/refusalSentence.ts';
import { useText } from '../text/useText.ts';
import { showToast } from '../ui/toasts.ts';
import { noteClosing } from './closedElsewhere.ts';

/** Closes the daybook, and says so where that is refused. Gives whether it was done. */
export const useCloseDaybook = (): (() => Promise<boolean>) => {
  const { t, language } = useText();
  const callHost = useHostCall();
  const navigate = useNavigate();
  return async () => {
    // The next daybook starts at its own list, not at a person of this one.
    await navigate({ to: '/people' });
    noteClosing(true);
    const refusal = await callHost('daybook/close', {});
    if (refusal !== null) noteClosing(false);
    if (refusal !== null) showToast({ text: refusalSentence(refusal, t, language) });
    return refusal === null;
  };
};
