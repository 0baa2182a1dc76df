import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { samplePassphrase } from '../main/sample/samplePassphrase.ts';
import { openApp, type App } from './App.ts';
import { writeExampleAccount } from './exampleAccount.ts';
import { looks, nameOf, rareLooks, sizes, type Look } from './looks.ts';
import type { PictureContext } from './PictureContext.ts';
import { longName, mainScenes, scenes } from './scenes.ts';
import { createScratch, startDaybook, type RunningDaybook } from './startDaybook.ts';
import { takeAway } from './takeAway.ts';
import { makeManyPeople, takeManyRows, takeStates } from './takeStates.ts';
import { takeTold } from './takeTold.ts';
import { takeWelcome } from './takeWelcome.ts';
import { openWindows, type Windows } from './Windows.ts';

/*
 * Takes a picture of every screen, in both languages, light and dark, at both sizes, with more contrast
 * and magnified, and puts the few that the documents show into `docs/pictures`. Every screen is looked at
 * before it counts as done.
 *
 * `--documents` takes only those of the documents, `--only=word` those whose names have the word in them,
 * `--look=word` those in looks that have it: `--look=ko-dark-small`.
 */

const root = path.resolve(import.meta.dirname, '..');
const all = path.join(root, 'test-results/screenshots');
const shown = path.join(root, 'docs/pictures');

const wordOf = (option: string): string =>
  process.argv.find((word) => word.startsWith(option))?.slice(option.length) ?? '';
const only = wordOf('--only=');
const isLookWanted = (look: Look): boolean => nameOf(look, '').includes(wordOf('--look='));
/** Whether some of the pictures may be wanted whose names have one of these words in them. */
const isWantedOf = (...words: readonly string[]): boolean =>
  words.some((word) => word.includes(only) || only.includes(word));
const isForDocuments = process.argv.includes('--documents');

/** What could not be brought up or taken: the other pictures are worth having all the same. */
const failures: string[] = [];

const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (thrown) {
    failures.push(name);
    console.error(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
};

const take = async (app: App, file: string): Promise<void> => {
  await app.page.mouse.move(0, 0);
  await app.page.evaluate(() => document.fonts.ready);
  await app.page.screenshot({ path: path.join(all, `${file}.png`), animations: 'disabled' });
};

const dress = async ({ page }: App, { size, colorScheme, contrast }: Look): Promise<void> => {
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({
    colorScheme,
    contrast: contrast === 'more' ? 'more' : 'no-preference',
    forcedColors: contrast === 'forced' ? 'active' : 'none',
  });
};

const goTo = async (app: App, scene: string): Promise<void> => {
  const go = scenes[scene];
  if (go === undefined) throw new Error(`there is no scene ${scene}`);
  await go(app);
};

const takeScenes = async (app: App, look: Look, names: readonly string[]): Promise<void> => {
  await dress(app, look);
  for (const scene of names) {
    const file = nameOf(look, scene);
    if (!file.includes(only)) continue;
    await attempt(file, async () => {
      await app.page.goto(new URL('/', app.page.url()).href);
      await app.people.whenShown();
      await goTo(app, scene);
      await take(app, file);
    });
  }
};

/** Makes what the sample lacks: somebody with a very long name, who is erased, and the example. */
const prepare = async (app: App): Promise<void> => {
  await app.people.whenShown();
  await app.people.register({ name: longName, reference: 'L-1', limit: '9,999,999,999.99' });
  await app.person.whenShown(longName);
  await app.shell.go('people');
  const somebody = (await app.people.rows()).find(({ lastEntry }) => lastEntry !== null);
  await app.people.open(somebody?.name ?? '');
  await app.person.show('details');
  const { [app.texts.details.id]: id = '' } = await app.person.details();
  await app.person.erase(id);
  await writeExampleAccount(app);
};

/** What the documents show, by the name it has there: a scene in English, light and large, unless it says otherwise. */
const forDocuments: Readonly<
  Record<string, { readonly scene: string; readonly look?: Partial<Look> }>
> = {
  people: { scene: 'people' },
  account: { scene: 'person-refused' },
  erased: { scene: 'erased-account', look: { colorScheme: 'dark' } },
  korean: { scene: 'overview', look: { locale: 'ko' } },
  import: { scene: 'import-preview' },
  log: { scene: 'log-event' },
};

const takeForDocuments = async (windows: Windows, daybook: RunningDaybook): Promise<void> => {
  for (const [name, { scene, look }] of Object.entries(forDocuments)) {
    const shownIn: Look = { locale: 'en', colorScheme: 'light', size: 'large', ...look };
    const app = await openApp(windows, daybook, shownIn);
    await app.people.whenShown();
    await goTo(app, scene);
    await take(app, nameOf(shownIn, scene));
    copyFileSync(path.join(all, `${nameOf(shownIn, scene)}.png`), path.join(shown, `${name}.png`));
    await app.profile.close();
  }
};

/** The lists with very many rows. */
const takeMany = async (windows: Windows, home: string): Promise<void> => {
  await makeManyPeople(home, path.join(home, 'A hundred thousand'));
  const daybook = await startDaybook(home);
  const first = await openApp(windows, daybook);
  await first.welcome.open('A hundred thousand', samplePassphrase);
  await first.people.whenShown();
  await first.profile.close();
  for (const look of looks.filter(isLookWanted)) {
    const app = await openApp(windows, daybook, look);
    await dress(app, look);
    await attempt(nameOf(look, '100000'), () =>
      takeManyRows({ app, take: (window, name) => take(window, nameOf(look, name)) }),
    );
    await app.profile.close();
  }
  await daybook.stop();
};

/** Everything in one look; only some of it in a rare one. */
const takeLook = async (
  windows: Windows,
  { daybook, home, look }: { daybook: RunningDaybook; home: string; look: Look },
): Promise<void> => {
  console.log(nameOf(look, 'pictures'));
  const app = await openApp(windows, daybook, look);
  const context: PictureContext = {
    windows,
    look,
    dress: (window) => dress(window, look),
    take: (window, name) => take(window, nameOf(look, name)),
  };
  if (rareLooks.includes(look)) await takeScenes(app, look, mainScenes);
  else {
    if (isWantedOf('welcome', 'empty', 'one', 'gone'))
      await attempt(nameOf(look, 'welcome'), () => takeWelcome({ ...context, home }));
    if (isWantedOf('away'))
      await attempt(nameOf(look, 'away'), () => takeAway({ ...context, home: `${home} away` }));
    await takeScenes(app, look, Object.keys(scenes));
    if (isWantedOf('loading', 'failing'))
      await attempt(nameOf(look, 'states'), () => takeStates({ ...context, app }));
    await attempt(nameOf(look, 'told'), () =>
      takeTold({ ...context, app }, (scene) => nameOf(look, scene).includes(only)),
    );
  }
  await app.profile.close();
};

const takeEverything = async (windows: Windows, scratch: string): Promise<void> => {
  const daybook = await startDaybook(path.join(scratch, 'sample'), ['--sample']);
  const app = await openApp(windows, daybook);
  await prepare(app);
  await app.profile.close();
  if (only === '') await takeForDocuments(windows, daybook);
  for (const look of isForDocuments ? [] : [...looks, ...rareLooks].filter(isLookWanted))
    await takeLook(windows, { daybook, home: path.join(scratch, nameOf(look, 'home')), look });
  await daybook.stop();
  if (!isForDocuments && '100000'.includes(only))
    await takeMany(windows, path.join(scratch, 'many'));
};

const main = async (): Promise<void> => {
  mkdirSync(all, { recursive: true });
  mkdirSync(shown, { recursive: true });
  const scratch = createScratch();
  const windows = await openWindows();
  try {
    await takeEverything(windows, scratch.folder);
  } finally {
    await windows.close();
    scratch.remove();
  }
  if (failures.length === 0) return;
  console.error(`Not taken: ${failures.join(', ')}`);
  process.exitCode = 1;
};

await main();
