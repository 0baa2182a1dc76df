import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada Lovelace' });
  await app.person.whenShown('Ada Lovelace');
});

/** What a page asks over a connection of its own, which is gone before this page hears anything. */
const askApart = (...frames: readonly (readonly [string, object])[]): Promise<readonly string[]> =>
  app.page.evaluate(async (frames) => {
    const socket = new WebSocket(`ws://${location.host}/socket`);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const replies: string[] = [];
    for (const [index, [method, input]] of frames.entries()) {
      const text = JSON.stringify({ request: index + 1, method, input }).replace('"$place"', () =>
        JSON.stringify(/"id":"([^"]+)"/u.exec(replies[0] ?? '')?.[1]),
      );
      replies.push(
        await new Promise((resolve) => {
          socket.addEventListener('message', ({ data }) => {
            if (String(data).startsWith(`{"request":${index + 1},`)) resolve(String(data));
          });
          socket.send(text);
        }),
      );
    }
    socket.close();
    return replies;
  }, frames);

const elsewhere = () => app.page.getByText(app.texts.exchange.endedElsewhere.split('{{')[0] ?? '');

it('an export that a page has lost is told to the next, with the file to be saved', async () => {
  const { exchange } = app.texts;
  await askApart(
    ['file/place', { name: 'people.csv' }],
    [
      'job/run',
      { id: 'lost', job: { kind: 'export', export: { what: 'people' }, file: '$place' } },
    ],
  );
  await app.page.reload();
  await app.shell.go('exchange');
  await elsewhere().waitFor();
  await expect.poll(() => app.exchange.outcome.innerText()).toContain('1 row to “people.csv”');
  // The desktop shows what is on its disk; a browser has to be given it.
  expect(await app.page.getByRole('button', { name: exchange.show }).count()).toBe(0);
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.page.getByRole('button', { name: exchange.save, exact: true }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Ada Lovelace');
  await app.page.getByRole('button', { name: exchange.save }).waitFor({ state: 'detached' });
});

it('what was shown is not told once more when the page is loaded again', async () => {
  await app.page.reload();
  await app.shell.go('settings');
  await app.settings.verify();
  await app.shell.go('exchange');
  await app.exchange.whenShown();
  expect(await elsewhere().count()).toBe(0);
});

it('a check of the daybook in one window is told in another', async () => {
  const other = await openTab(inUse.windows(), app);
  await other.people.whenShown();
  await other.shell.go('settings');
  await other.settings.show('storage');
  const group = other.page.getByRole('group', { name: app.texts.settings.verify, exact: true });
  await group.getByText(/Begun elsewhere/u).waitFor();
  expect(await group.getByRole('note').innerText()).toMatch(/Sound: 1 event/u);
  // What this window does itself takes its place.
  expect(await other.settings.verify()).toMatch(/Sound: 1 event/u);
  await group.getByText(/Begun elsewhere/u).waitFor({ state: 'detached' });
  await other.page.close();
});
