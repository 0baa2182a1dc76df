import { openTab, type App } from './App.ts';
import type { RequestFrame } from '../shared/methods.ts';
import { startProcess } from './startDaybook.ts';
import type { ProfileOptions, Windows } from './Windows.ts';

/** What becomes of every question that a window asks of the daybook. */
type Fate = 'unanswered' | 'refused';

const refusal = { ok: false, error: { type: 'Unexpected', incidentId: '2f6b0c1e' } };

/** Screens whose rows come from questions, by what stands behind the hash in their address. */
const screens = { people: '/people', overview: '/overview', log: '/log' } as const;

const decideFate = async ({ page }: App, fate: Fate): Promise<void> => {
  await page.routeWebSocket(/\/socket$/, (window) => {
    const program = window.connectToServer();
    window.onMessage((text) => {
      const { request, method } = JSON.parse(String(text)) as RequestFrame;
      if (method !== 'view/ask') program.send(text);
      else if (fate === 'refused') window.send(JSON.stringify({ request, reply: refusal }));
    });
    program.onMessage((text) => window.send(text));
  });
};

export interface StatesContext {
  readonly windows: Windows;
  /** A window of the sample. */
  readonly app: App;
  readonly look: ProfileOptions;
  readonly size: { readonly width: number; readonly height: number };
  readonly take: (app: App, name: string) => Promise<void>;
}

/** Takes the screens while their rows are on the way, and when they are refused. */
export const takeStates = async ({
  windows,
  app,
  look,
  size,
  take,
}: StatesContext): Promise<void> => {
  const names = { unanswered: 'loading', refused: 'failing' } as const;
  for (const fate of ['unanswered', 'refused'] as const) {
    const window = await openTab(windows, app, look);
    await window.page.setViewportSize(size);
    await decideFate(window, fate);
    for (const [screen, address] of Object.entries(screens)) {
      await window.page.goto(new URL(`/#${address}`, app.page.url()).href);
      await window.page.reload();
      await window.page.getByRole('heading', { level: 1 }).waitFor();
      if (fate === 'refused') await window.page.getByRole('alert').first().waitFor();
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

/** Takes the lists of a daybook with 100,000 people, with all names in. */
export const takeManyRows = async ({
  app,
  take,
}: Pick<StatesContext, 'app' | 'take'>): Promise<void> => {
  await app.people.whenShown();
  await app.people.grid.focus();
  await app.page.getByRole('progressbar').first().waitFor({ state: 'hidden', timeout: 120_000 });
  await app.page.keyboard.press('End');
  await app.people.rows();
  await take(app, 'people-100000-end');
  await app.people.search('kim');
  await app.people.rows();
  await take(app, 'people-100000-search');
  await app.shell.go('overview');
  await app.overview.whenShown();
  await take(app, 'overview-100000');
  await app.shell.go('log');
  await app.log.whenShown();
  await app.log.lines();
  await take(app, 'log-100000');
};
