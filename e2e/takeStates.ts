import type { RequestFrame } from '../shared/methods.ts';
import { openTab, type App } from './App.ts';
import type { RunningPictureContext } from './PictureContext.ts';
import { toPerson } from './scenes.ts';
import { startProcess } from './startDaybook.ts';

/** What becomes of every question that a window asks of the daybook. */
type Fate = 'unanswered' | 'refused';

const refusal = { ok: false, error: { type: 'Unexpected', incidentId: '2f6b0c1e' } };

const hashOf = ({ page }: App): string => new URL(page.url()).hash.slice(1);

/** Screens that are filled by questions, by what stands behind the hash in their address. */
const screensOf = async (app: App): Promise<Readonly<Record<string, string>>> => {
  await toPerson(app);
  const person = hashOf(app);
  await app.statement.open();
  const statement = hashOf(app);
  await app.shell.go('overview');
  await app.overview.whenShown();
  await app.overview.show(app.texts.activity.table);
  await app.overview.openDay((await app.overview.days())[0]?.day ?? '');
  await app.page.getByRole('grid').waitFor();
  return {
    people: '/people',
    person,
    history: `${person}${person.includes('?') ? '&' : '?'}tab=history`,
    statement,
    overview: '/overview',
    day: hashOf(app),
    log: '/log',
    storage: '/settings/storage',
  };
};

const isQuestion = (method: string): boolean =>
  method === 'view/ask' || method === 'daybook/storage';

const decideFate = async ({ page }: App, fate: Fate): Promise<void> => {
  await page.routeWebSocket(/\/socket$/, (window) => {
    const program = window.connectToServer();
    window.onMessage((text) => {
      const { request, method } = JSON.parse(String(text)) as RequestFrame;
      if (!isQuestion(method)) program.send(text);
      else if (fate === 'refused') window.send(JSON.stringify({ request, reply: refusal }));
    });
    program.onMessage((text) => window.send(text));
  });
};

/** Takes the screens while their rows are on the way, and when they are refused. */
export const takeStates = async ({
  windows,
  app,
  look,
  dress,
  take,
}: RunningPictureContext): Promise<void> => {
  await app.page.goto(new URL('/', app.page.url()).href);
  const screens = await screensOf(app);
  const names = { unanswered: 'loading', refused: 'failing' } as const;
  for (const fate of ['unanswered', 'refused'] as const) {
    const window = await openTab(windows, app, look);
    await dress(window);
    await decideFate(window, fate);
    for (const [screen, address] of Object.entries(screens)) {
      await window.page.goto(new URL(`/#${address}`, app.page.url()).href);
      await window.page.reload();
      const main = window.page.getByRole('main');
      const shown = fate === 'refused' ? main.getByRole('alert') : main.locator('[data-awaited]');
      await shown.first().waitFor({ state: 'attached' });
      await take(window, `${screen}-${names[fate]}`);
    }
    await window.page.close();
  }
};

/** Makes a sample of 100,000 people and some entries in `folder`. */
export const makeManyPeople = async (home: string, folder: string): Promise<void> => {
  const making = startProcess({
    home,
    program: 'sample',
    args: [folder, '--people', '100000', '--entries', '20000'],
  });
  const end = await making.ended;
  if (end !== 0) throw new Error(`no sample was made: ${making.said()}`);
};

/** Waits until all names can be found; so many take minutes after the daybook was opened. */
const whenNamesAreIn = ({ page }: App): Promise<void> =>
  page.getByRole('progressbar').first().waitFor({ state: 'hidden', timeout: 900_000 });

/** Takes the lists of a daybook with 100,000 people, with all names in. */
export const takeManyRows = async ({
  app,
  take,
}: Pick<RunningPictureContext, 'app' | 'take'>): Promise<void> => {
  await app.people.whenShown();
  await app.people.grid.focus();
  await whenNamesAreIn(app);
  await app.page.keyboard.press('End');
  await app.people.rows();
  await take(app, 'people-100000-end');
  await app.people.search('an');
  await app.people.rows();
  await take(app, 'people-100000-search');
  await app.shell.go('overview');
  await app.overview.figure('owed');
  await app.overview.exhausted();
  await take(app, 'overview-100000');
  await app.shell.go('log');
  await app.log.whenShown();
  await app.log.lines();
  await take(app, 'log-100000');
};
