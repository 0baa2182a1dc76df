import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada', reference: 'U-1', limit: '50' });
  await app.person.whenShown('Ada');
});

/** Has something said, and keeps it there by pointing at it: no step from here on may move the pointer. */
const say = async (limit: string): Promise<void> => {
  await app.person.account.changeLimit(limit, 'For the list');
  await app.shell.toast.hover();
};

const goStill = (place: 'log' | 'exchange'): Promise<void> =>
  app.page.evaluate((hash) => location.assign(hash), `#/${place}`);

const boxOf = async (of: Locator) =>
  (await of.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

const footOf = async (of: Locator): Promise<number> => {
  const { y, height } = await boxOf(of);
  return y + height;
};

const close = (): Promise<void> =>
  app.shell.toast.getByRole('button', { name: app.texts.common.close, exact: true }).click();

it('what is said covers no row of a list', async () => {
  await say('60');
  await goStill('log');
  await app.log.lines();
  await app.log.grid.focus();
  await app.page.keyboard.press('End');
  const beside = await footOf(app.log.grid);
  expect(beside).toBeLessThanOrEqual((await boxOf(app.shell.toast)).y);
  await close();
  await expect.poll(() => footOf(app.log.grid)).toBeGreaterThan(beside);
});

it('and takes nothing from a list that ends further up', async () => {
  const { imports, shell, people, person } = app;
  await shell.go('exchange');
  await imports.open({ name: 'wrong.csv', content: 'Number,Name,E-mail\n,Grace,nowhere\n' });
  await imports.check();
  await imports.refusedList.getByRole('row').nth(1).waitFor();
  const { height } = await boxOf(imports.refusedList);
  await shell.go('people');
  await people.open('Ada');
  await person.whenShown('Ada');
  await say('70');
  await goStill('exchange');
  await imports.refusedList.getByRole('row').nth(1).waitFor();
  await shell.toast.waitFor();
  expect((await boxOf(imports.refusedList)).height).toBe(height);
  await close();
});
