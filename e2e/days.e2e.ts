import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.page.clock.setFixedTime('2026-11-23T10:00:00');
  await app.begin();
  await app.people.register({ name: 'Ada', limit: '100' });
  await app.person.whenShown('Ada');
});

const dateField = () => app.page.getByLabel(app.texts.account.occurredOn, { exact: true });
const day = () => dateField().inputValue();

const comeBack = async (): Promise<void> => {
  await app.shell.go('people');
  await app.people.open('Ada');
  await app.person.whenShown('Ada');
};

it('whoever comes back on another day writes an entry of that day', async () => {
  await app.person.account.charge({ amount: '2.50' });
  await dateField().focus();
  await dateField().blur();
  await app.page.clock.setFixedTime('2026-11-24T10:00:00');
  await comeBack();
  await expect.poll(day).toBe('2026-11-24');
});

it('a window left open over night goes on with the new day', async () => {
  await app.page.clock.setFixedTime('2026-11-25T08:00:00');
  await app.page.evaluate(() => void window.dispatchEvent(new Event('focus')));
  await expect.poll(day).toBe('2026-11-25');
});

it('the day of an entry before stays for the next one, and what was begun is kept', async () => {
  await app.person.account.charge({ amount: '3', date: '2026-11-20' });
  await expect.poll(day).toBe('2026-11-20');
  await app.person.account.type({ amount: '4', date: '2026-11-19' });
  await comeBack();
  await expect.poll(day).toBe('2026-11-19');
  await expect
    .poll(() => app.page.getByLabel(app.texts.account.amount, { exact: true }).inputValue())
    .toBe('4');
});
