import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { startProcess } from './startDaybook.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ needsBrowserHost: 'a browser that asks' });
let app: App;
/** What the browser has asked. It is told to stay. */
const asked: string[] = [];

beforeAll(async () => {
  app = inUse.app();
  app.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await app.begin();
  await app.people.register({ name: 'Ada', limit: '50' });
  await app.person.whenShown('Ada');
});

const memo = () => app.page.getByLabel(app.texts.account.memo, { exact: true });

/** Loads the page again, as the browser's own button does; it may stay. */
const reload = async (): Promise<void> => {
  asked.length = 0;
  await app.page.evaluate(() => {
    document.documentElement.setAttribute('data-before', '');
    location.reload();
  });
};
const whenLoadedAgain = (): Promise<void> =>
  app.page.locator('html[data-before]').waitFor({ state: 'detached' });

/** Whether the page would have the browser ask, if it were left now. */
const wouldAsk = (): Promise<boolean> =>
  app.page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

it('asks before a reload while something is typed and not written, and keeps it', async () => {
  await memo().click();
  await app.page.keyboard.type('Half a sentence');
  await reload();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect.poll(() => memo().inputValue()).toBe('Half a sentence');
});

it('asks over a lock too, under which it is kept', async () => {
  await app.shell.lock();
  await app.page.getByText('is locked').waitFor();
  await reload();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await app.welcome.open('Shop', 'four plain quiet words');
  await app.person.whenShown('Ada');
  await expect.poll(() => memo().inputValue()).toBe('Half a sentence');
});

it('asks nothing once it is written', async () => {
  await app.person.account.charge({ amount: '5', date: '2026-11-20' });
  await expect.poll(app.person.account.statement).toHaveLength(1);
  await reload();
  await whenLoadedAgain();
  await app.person.whenShown('Ada');
  expect(asked).toEqual([]);
});

it('nor once it is given up', async () => {
  await memo().click();
  await app.page.keyboard.type('Never mind');
  await memo().fill('');
  await reload();
  await whenLoadedAgain();
  await app.person.whenShown('Ada');
  expect(asked).toEqual([]);
});

/** Erases somebody on the command line, where no window hears of it. */
const eraseElsewhere = async (personId: string): Promise<void> => {
  const running = startProcess({
    home: inUse.home,
    program: 'cli',
    args: ['do', path.join(inUse.home, 'Shop')],
    environment: { DAYBOOK_PASSPHRASE: 'four plain quiet words' },
  });
  const input = { personId, ground: 'request', confirm: personId };
  running.type(`${JSON.stringify({ command: 'person/erase', input })}\n`);
  expect(JSON.parse(await running.nextLine())).toMatchObject({ ok: true });
  running.signal('SIGINT');
  await running.ended;
};

it('nor once whoever it was about is erased, though that was while it was locked', async () => {
  const [, personId = ''] = /\/person\/([^/?]+)/u.exec(app.page.url()) ?? [];
  await memo().fill('Owes me a favour');
  await app.shell.lock();
  await app.page.getByText('is locked').waitFor();
  expect(await wouldAsk()).toBe(true);
  await eraseElsewhere(personId);
  await app.welcome.open('Shop', 'four plain quiet words');
  await app.page.getByRole('img', { name: app.texts.common.erased }).first().waitFor();
  await expect.poll(wouldAsk).toBe(false);
  await reload();
  await whenLoadedAgain();
  expect(asked).toEqual([]);
});
