import { beforeAll, expect, it } from 'vitest';
import type { RequestFrame } from '../shared/methods.ts';
import type { App } from './App.ts';
import { failAtAmounts } from './failAtAmounts.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({
  args: ['--sample'],
  story: true,
  needsBrowserHost: 'a program that ends before its window',
});
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

const shownAlert = (): Promise<string> => app.page.getByRole('alert').innerText();

it('an address that leads nowhere says so, and leads on', async () => {
  const { failure } = app.texts;
  await app.page.goto(new URL('/#/nowhere', app.page.url()).href);
  await app.page.getByRole('heading', { level: 1, name: failure.unknownTitle }).waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await app.page.getByRole('link', { name: failure.toPeople }).click();
  await app.people.whenShown();
});

it('a page that cannot be drawn says so in the language of the window, beside the way to the others', async () => {
  const { failure } = app.texts;
  // A fault of the browser's own is as good as one of ours.
  await failAtAmounts(app.page);
  await app.shell.go('overview');
  await expect.poll(shownAlert).toContain(failure.screen);
  expect(inUse.windows().problems().join()).toContain('planted');
  await app.shell.go('people');
  await app.people.whenShown();
  await app.shell.go('overview');
  await app.page.getByRole('button', { name: failure.reload }).click();
  await app.overview.whenShown();
  inUse.windows().problems();
});

it('what could not be answered is asked for once more when somebody wants it', async () => {
  let isRefused = true;
  await app.page.routeWebSocket('**/socket', (window) => {
    const program = window.connectToServer();
    window.onMessage((text) => {
      const { request, method } = JSON.parse(String(text)) as RequestFrame;
      const error = { type: 'Unexpected', incidentId: 'planted' };
      if (isRefused && method === 'view/ask')
        window.send(JSON.stringify({ request, reply: { ok: false, error } }));
      else program.send(text);
    });
  });
  const { failure, overview, refusal } = app.texts;
  const again = app.page.getByRole('button', { name: failure.again });
  // A change of rows asks as well, and may take the button away before a pointer reaches it.
  const press = (): Promise<void> =>
    again.evaluateAll(([button]) => {
      if (button instanceof HTMLElement) button.click();
    });
  // Rows that come page by page, and an answer that comes whole.
  await app.page.evaluate(() => location.assign('#/people'));
  await app.page.reload();
  await expect.poll(shownAlert).toContain(refusal.Unexpected);
  isRefused = false;
  await press();
  await expect.poll(async () => (await app.people.rows()).length).toBeGreaterThan(0);
  isRefused = true;
  await app.page.evaluate(() => location.assign('#/overview'));
  await app.page.reload();
  await expect.poll(() => again.count()).toBeGreaterThan(1);
  isRefused = false;
  await press();
  await app.page.getByText(overview.owed).waitFor();
  await expect.poll(() => again.count()).toBe(0);
});

it('a program that does not say what it has open leaves no empty page', async () => {
  const { failure, refusal } = app.texts;
  let isCut = true;
  await app.page.routeWebSocket('**/socket', (socket) => {
    if (isCut) void socket.close();
    else socket.connectToServer();
  });
  await app.page.reload();
  await expect.poll(shownAlert).toContain(refusal.NotSent);
  await app.page.getByRole('button', { name: failure.again }).waitFor();
  isCut = false;
  await app.overview.whenShown();
  inUse.windows().problems();
});

it('a daybook that could not be closed is not taken for closed', async () => {
  await inUse.daybook().stop();
  await app.shell.connectionBanner.waitFor();
  await app.shell.closeDaybook();
  await expect.poll(() => app.shell.message()).toBe(app.texts.refusal.NotSent);
  inUse.windows().problems();
});
