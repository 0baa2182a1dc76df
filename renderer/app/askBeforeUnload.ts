import { formsWithAttempts } from '../api/attempts.ts';
import { bulkWork } from '../features/people/bulkWork.ts';
import { hasDrafts } from '../forms/drafts.ts';

/** Whether something would be lost with the window: typed and not written, sent and not answered, or half done. */
const holdsSomething = (): boolean => {
  const phase = bulkWork.state()?.phase;
  return hasDrafts() || formsWithAttempts().length > 0 || phase === 'running' || phase === 'halted';
};

/** Lets the browser ask before the window is closed, or its page loaded again, while it holds something. */
export const askBeforeUnload = (): void =>
  window.addEventListener('beforeunload', (event) => {
    if (holdsSomething()) event.preventDefault();
  });
