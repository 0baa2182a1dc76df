import type { DaybookApi } from '../api/createDaybookApi.ts';
import { dropDraftsAbout, peopleWithDrafts } from '../forms/drafts.ts';

/** How long it is before those are asked about again of whom the program would not speak. **Units:** milliseconds. */
const ASK_AGAIN_MS = 5_000;

/**
 * Drops the drafts about anybody who is erased: now, since nobody hears of it while the daybook is locked,
 * and whenever somebody is. Gives back what ends it.
 */
export const dropDraftsOfErased = (
  api: Pick<DaybookApi, 'ask' | 'onRowsChanged'>,
): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let hasEnded = false;

  const askAbout = async (personId: string): Promise<void> => {
    const page = await api.ask('person/page', { personId });
    if (page.ok) {
      if (page.value.rows[0]?.erased === true) dropDraftsAbout(personId);
    } else if (!hasEnded) timer ??= setTimeout(askAboutAll, ASK_AGAIN_MS);
  };
  const askAboutAll = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const personId of peopleWithDrafts()) void askAbout(personId);
  };

  const stopListening = api.onRowsChanged(({ erased }) => {
    if (erased) askAboutAll();
  });
  askAboutAll();
  return () => {
    hasEnded = true;
    stopListening();
    if (timer !== null) clearTimeout(timer);
  };
};
