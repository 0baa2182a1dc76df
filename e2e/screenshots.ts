import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { samplePassphrase } from '../main/sample/samplePassphrase.ts';
import { openApp, type App } from './App.ts';
import { longName, scenes, toPerson } from './scenes.ts';
import { createScratch, startDaybook, type RunningDaybook } from './startDaybook.ts';
import { makeManyPeople, takeManyRows, takeStates } from './takeStates.ts';
import { openWindows, type Windows } from './Windows.ts';

/*
 * Takes a picture of every screen, in both languages, light and dark, at both sizes, and puts the few
 * that the documents show into `docs/pictures`. Every screen is looked at before it counts as done.
 */

const root = path.resolve(import.meta.dirname, '..');
const all = path.join(root, 'test-results/screenshots');
const shown = path.join(root, 'docs/pictures');

const sizes = { large: { width: 1280, height: 800 }, small: { width: 1024, height: 640 } } as const;

interface Look {
  readonly locale: 'en' | 'ko';
  readonly colorScheme: 'light' | 'dark';
  readonly size: keyof typeof sizes;
}

const take = async (app: App, file: string): Promise<void> => {
  await app.page.mouse.move(0, 0);
  await app.page.evaluate(() => document.fonts.ready);
  await app.page.screenshot({ path: path.join(all, `${file}.png`), animations: 'disabled' });
};

const nameOf = ({ locale, colorScheme, size }: Look, scene: string): string =>
  `${scene}-${locale}-${colorScheme}-${size}`;

const takeAll = async (app: App, look: Look): Promise<void> => {
  await app.page.setViewportSize(sizes[look.size]);
  await app.page.emulateMedia({ colorScheme: look.colorScheme });
  for (const [scene, bring] of Object.entries(scenes)) {
    await app.page.goto(new URL('/', app.page.url()).href);
    await app.people.whenShown();
    await bring(app);
    await take(app, nameOf(look, scene));
  }
};

/** Makes what the sample lacks: somebody erased, and somebody with a very long name. */
const prepare = async (app: App): Promise<void> => {
  await app.people.whenShown();
  await app.people.register({ name: longName, reference: 'L-1', limit: '9,999,999,999.99' });
  await app.person.whenShown(longName);
  await toPerson(app);
  await app.person.show('details');
  const { [app.texts.details.id]: id = '' } = await app.person.details();
  await app.person.erase(id);
};

/** The screen before a daybook is open: with nothing there, and after a wrong passphrase. */
const takeWelcome = async (windows: Windows, home: string, look: Look): Promise<void> => {
  const daybook = await startDaybook(home);
  const app = await openApp(windows, daybook, look);
  await app.page.setViewportSize(sizes[look.size]);
  await app.welcome.whenShown();
  await take(app, nameOf(look, 'welcome'));
  await app.welcome.create({ name: 'The corner shop', passphrase: 'harbour lantern maple' });
  await app.people.whenShown();
  await app.people.emptyText.waitFor();
  await take(app, nameOf(look, 'people-empty'));
  await app.people.register({ name: 'Ada Lovelace', limit: '100' });
  await app.person.whenShown('Ada Lovelace');
  for (const place of ['people', 'overview', 'log'] as const) {
    await app.shell.go(place);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    await take(app, nameOf(look, `${place}-one`));
  }
  await app.shell.closeDaybook();
  await app.welcome.open('The corner shop', 'not this one');
  await app.welcome.refusal();
  await take(app, nameOf(look, 'welcome-refused'));
  await daybook.stop();
  await app.shell.connectionBanner.waitFor();
  await take(app, nameOf(look, 'program-gone'));
};

const looks: readonly Look[] = (['en', 'ko'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['large', 'small'] as const).map((size) => ({ locale, colorScheme, size })),
  ),
);

/** What the documents show, by the name it has there: a scene in English, light and large, unless it says otherwise. */
const forDocuments: Readonly<
  Record<string, { readonly scene: string; readonly look?: Partial<Look> }>
> = {
  people: { scene: 'people' },
  account: { scene: 'person-refused' },
  erased: { scene: 'erased-account', look: { colorScheme: 'dark' } },
  korean: { scene: 'overview', look: { locale: 'ko' } },
  import: { scene: 'import-map' },
  log: { scene: 'log-event' },
};

const takeForDocuments = async (windows: Windows, daybook: RunningDaybook): Promise<void> => {
  for (const [name, { scene, look }] of Object.entries(forDocuments)) {
    const shownIn: Look = { locale: 'en', colorScheme: 'light', size: 'large', ...look };
    const app = await openApp(windows, daybook, shownIn);
    await app.people.whenShown();
    await scenes[scene]?.(app);
    await take(app, nameOf(shownIn, scene));
    copyFileSync(path.join(all, `${nameOf(shownIn, scene)}.png`), path.join(shown, `${name}.png`));
    await app.profile.close();
  }
};

/** The lists with very many rows. */
const takeMany = async (windows: Windows, home: string): Promise<void> => {
  await makeManyPeople(home, path.join(home, 'A hundred thousand'));
  for (const look of looks) {
    const daybook = await startDaybook(home);
    const app = await openApp(windows, daybook, look);
    await app.page.setViewportSize(sizes[look.size]);
    await app.welcome.open('A hundred thousand', samplePassphrase);
    await takeManyRows({ app, take: (shown, name) => take(shown, nameOf(look, name)) });
    await daybook.stop();
  }
};

const main = async (): Promise<void> => {
  mkdirSync(all, { recursive: true });
  mkdirSync(shown, { recursive: true });
  const scratch = createScratch();
  const windows = await openWindows();
  const daybook = await startDaybook(path.join(scratch.folder, 'sample'), ['--sample']);
  await prepare(await openApp(windows, daybook));
  await takeForDocuments(windows, daybook);
  // With `--documents` nothing else.
  for (const look of process.argv.includes('--documents') ? [] : looks) {
    console.log(nameOf(look, 'pictures'));
    await takeWelcome(windows, path.join(scratch.folder, nameOf(look, 'home')), look);
    const app = await openApp(windows, daybook, look);
    await takeAll(app, look);
    await takeStates({
      windows,
      app,
      look,
      size: sizes[look.size],
      take: (window, name) => take(window, nameOf(look, name)),
    });
  }
  if (!process.argv.includes('--documents'))
    await takeMany(windows, path.join(scratch.folder, 'many'));
  await daybook.stop();
  await windows.close();
  scratch.remove();
};

await main();
