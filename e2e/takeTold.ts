import { openTab, type App } from './App.ts';
import { jobScenes } from './jobScenes.ts';
import type { RunningPictureContext } from './PictureContext.ts';
import { longName } from './scenes.ts';

const toCorrection = async (app: App, note: string): Promise<void> => {
  await app.people.whenShown();
  await app.people.search('Wolfeschlegel');
  await app.people.open(longName);
  await app.person.whenShown(longName);
  await app.person.beginCorrection({ note });
};

/** A correction of what another window has corrected since. Both write other words at each call. */
const takeConflict = async ({
  windows,
  app,
  look,
  dress,
  take,
}: RunningPictureContext): Promise<void> => {
  const [first, second] = [await openTab(windows, app, look), await openTab(windows, app, look)];
  const word = `${look.locale} ${look.colorScheme} ${look.size}`;
  await dress(first);
  await toCorrection(first, `Deliver on Mondays (${word})`);
  await toCorrection(second, `Deliver on Tuesdays, after nine o\u2019clock (${word})`);
  await second.person.saveCorrection();
  await second.person.correction.waitFor({ state: 'detached' });
  await first.person.saveCorrection();
  await first.person.correction.getByRole('alert').waitFor();
  await take(first, 'person-correction-conflict');
  for (const window of [first, second]) await window.page.close();
};

/** Takes what only another window brings about: its long work, and what it has corrected. */
export const takeTold = async (
  context: RunningPictureContext,
  isWanted: (scene: string) => boolean,
): Promise<void> => {
  const { windows, app, look, dress, take } = context;
  for (const [scene, go] of Object.entries(jobScenes)) {
    if (!isWanted(scene)) continue;
    const window = await openTab(windows, app, look);
    await dress(window);
    await window.people.whenShown();
    await go(window);
    await take(window, scene);
    await window.page.close();
  }
  if (isWanted('person-correction-conflict')) await takeConflict(context);
};
