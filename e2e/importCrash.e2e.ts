import { beforeAll, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { peopleFile } from './peopleFile.ts';
import { crashableEngine } from './startDaybook.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ environment: crashableEngine, story: true });
/** Enough for the import to be under way when its engine ends. */
const ROWS = 10_000;

let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.shell.go('exchange');
  await app.imports.open(peopleFile(ROWS));
});

// One story: each step goes on where the one before has ended.
it('an import that the end of the engine cuts short says so, and how to go on', async () => {
  const { imports, host } = app.texts;
  await app.imports.check();
  const begin = app.page.getByRole('button', { name: /^Import [\d,]+ rows/u });
  await begin.click({ timeout: 60_000 });
  await app.page.getByRole('button', { name: imports.run.stop, exact: true }).waitFor();
  inUse.daybook().crashEngine();
  await app.page.getByText(host.restarted).waitFor();
  await app.imports.says(imports.run.cutShort);
});

it('says so after a reload too, and that it was begun here', async () => {
  await app.page.reload();
  await app.imports.says(app.texts.imports.run.cutShort);
  const [begun = ''] = app.texts.exchange.endedBefore.split('{{');
  await app.page.getByText(begun).waitFor();
});

it('and in another window that it was begun elsewhere', async () => {
  const other = await openTab(inUse.windows(), app);
  await other.people.whenShown();
  await other.shell.go('exchange');
  await other.imports.says(other.texts.imports.run.cutShort);
  await other.page.getByText(/^Begun elsewhere/u).waitFor();
  await other.page.close();
});
