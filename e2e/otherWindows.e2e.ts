import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { inBothLights, none } from './inBothLights.ts';
import { jobScenes } from './jobScenes.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], needsBrowserHost: 'two tabs on one daybook' });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

it.each(Object.keys(jobScenes))('of long work, %s has none in light or dark', async (screen) => {
  const other = await openTab(inUse.windows(), app);
  await other.people.whenShown();
  await jobScenes[screen]?.(other);
  expect(await inBothLights(other.page)).toEqual(none);
  await other.page.close();
});

it('a correction that another window was before has none', async () => {
  const other = await openTab(inUse.windows(), app);
  const name = (await app.people.rows())[0]?.name ?? '';
  const windows = [app, other];
  for (const [index, window] of windows.entries()) {
    await window.page.goto(new URL('/', app.page.url()).href);
    await window.people.whenShown();
    await window.people.open(name);
    await window.person.whenShown(name);
    await window.person.beginCorrection({ note: `Note ${index}` });
  }
  await other.person.saveCorrection();
  await other.person.correction.waitFor({ state: 'detached' });
  await app.person.saveCorrection();
  await app.person.correction.getByRole('alert').waitFor();
  expect(await inBothLights(app.page)).toEqual(none);
  await other.page.close();
});
