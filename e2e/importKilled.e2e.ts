import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp, type App } from './App.ts';
import { host } from './host.ts';
import { peopleFile } from './peopleFile.ts';
import { createScratch, startDaybook, type KillableDaybook } from './startDaybook.ts';
import { openWindows, type Windows } from './Windows.ts';

// A program that is killed while its window goes on: a browser has that, a desktop does not.
const isLeftOut = host !== 'browser';
/** Enough for the import to be under way when its program ends. */
const ROWS = 10_000;
const scratch = createScratch();
const home = path.join(scratch.folder, 'home');
let windows: Windows | null = null;
let running: KillableDaybook | null = null;
let app: App;

beforeAll(async () => {
  if (isLeftOut) return;
  [running, windows] = await Promise.all([startDaybook(home), openWindows()]);
  app = await openApp(windows, running);
  await app.begin();
  await app.shell.go('exchange');
  await app.imports.open(peopleFile(ROWS));
});
afterAll(async () => {
  await windows?.close();
  await running?.stop();
  scratch.remove();
});

/** What the page says of the import, wherever it says it. */
const said = (): Promise<readonly string[]> => app.page.getByRole('main').allInnerTexts();

// One story: each step goes on where the one before has ended.
it.skipIf(isLeftOut)(
  'an import whose program is killed says one thing: that it was cut off, and what to do',
  async () => {
    const { imports, exchange, refusal, unanswered } = app.texts;
    await app.imports.check();
    const begin = app.page.getByRole('button', { name: /^Import [\d,]+ rows/u });
    await begin.click({ timeout: 60_000 });
    await app.page.getByRole('button', { name: imports.run.stop, exact: true }).waitFor();
    const bar = app.page.getByRole('progressbar');
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(5);
    await running?.kill();
    running = null;
    await app.shell.connectionBanner.waitFor();
    await app.imports.says(imports.run.lost);
    // Rows that changed before are asked for somewhat later: it must stay the only thing that is said.
    for (let look = 0; look < 20; look += 1) {
      const text = (await said()).join();
      expect(text).toContain(imports.run.lost);
      for (const other of [
        exchange.earlierImport,
        refusal.NotSent,
        refusal.ConnectionLost,
        unanswered.NotSent,
      ])
        expect(text).not.toContain(other);
      await app.page.waitForTimeout(100);
    }
  },
);

it.skipIf(isLeftOut)(
  'and says it again when the daybook is opened in a program that was started anew',
  async () => {
    const { connection } = app.texts;
    const { port } = new URL(app.page.url());
    running = await startDaybook(home, ['--port', port]);
    const second = await app.profile.newPage();
    await second.goto(running.link);
    await second.getByRole('heading', { level: 1 }).waitFor();
    await second.close();
    await app.welcome.whenShown();
    await app.welcome.open('Shop', 'four plain quiet words');
    await expect.poll(() => app.shell.message()).toBe(connection.stopped.import);
    await app.shell.go('people');
    await expect.poll(() => app.people.rows().then((rows) => rows.length)).toBeGreaterThan(0);
    // The browser says on the console, each time, that nobody answered.
    for (const problem of windows?.problems() ?? []) expect(problem).toContain('WebSocket');
  },
);
