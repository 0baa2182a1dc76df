import { formsWithAttempts, onAttempts } from '../api/attempts.ts';
import { bulkWork } from '../features/people/bulkWork.ts';
import { hasDrafts, onDrafts } from '../forms/drafts.ts';

/** Whether something would be lost with the window: typed and not written, sent and not answered, or half done. */
export const holdsUnwritten = (): boolean => {
  const phase = bulkWork.state()?.phase;
  return hasDrafts() || formsWithAttempts().length > 0 || phase === 'running' || phase === 'halted';
};

/** Tells whether something would be lost: at once, and whenever that has changed. */
export const tellUnwritten = (tell: (holds: boolean) => void): void => {
  let told: boolean | null = null;
  const look = (): void => {
    const holds = holdsUnwritten();
    if (holds === told) return;
    told = holds;
    tell(holds);
  };
  onDrafts(look);
  onAttempts(look);
  bulkWork.onChange(look);
  look();
};
