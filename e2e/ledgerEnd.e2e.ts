import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { sizes } from './looks.ts';
import { useDaybook } from './useDaybook.ts';

/*
 * Where a long account stands: at its last entry, until somebody leaves it. The window is narrow enough
 * that most entries need more than one line, so that no row is as high as was thought.
 */

const inUse = useDaybook({ args: ['--sample'], story: true });
let app: App;
let name = '';

const lines = () => app.page.getByRole('table', { name: app.texts.account.statement });
const region = () => app.page.getByRole('region', { name: app.texts.account.statement });
const countLines = async (): Promise<number> =>
  Number(await lines().getAttribute('aria-rowcount')) - 1;

/** How far the end of the entries lies below what is in sight. **Units:** CSS pixels. */
const belowSight = (): Promise<number> =>
  region().evaluate((element) => {
    const { scrollHeight, scrollTop, clientHeight } = element;
    return Math.round(scrollHeight - scrollTop - clientHeight);
  });

const openLongAccount = async (): Promise<string> => {
  await app.people.sort('balance');
  await expect.poll(async () => (await app.people.rows()).length).toBeGreaterThan(10);
  const rows = await app.people.rows();
  const names = rows.filter(({ lastEntry }) => lastEntry !== null).map((row) => row.name);
  for (const candidate of names.slice(0, 10)) {
    await app.people.open(candidate);
    await app.person.whenShown(candidate);
    if ((await countLines()) > 40) return candidate;
    await app.page.getByRole('link', { name: app.texts.people.title }).last().click();
    await app.people.whenShown();
  }
  throw new Error('none of the first ten accounts of the sample is long');
};

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

it('is opened at its end, where the last entry is', async () => {
  name = await openLongAccount();
  const last = lines().locator(`[role="row"][aria-rowindex="${(await countLines()) + 1}"]`);
  await last.waitFor();
  await expect.poll(belowSight).toBeLessThan(2);
});

it('is at its end also where lines turn out higher than was thought', async () => {
  await app.page.setViewportSize({ ...sizes.small, width: 560 });
  await expect.poll(belowSight).toBeLessThan(2);
  await app.page.reload();
  await app.person.whenShown(name);
  await expect.poll(countLines).toBeGreaterThan(40);
  await expect.poll(belowSight).toBeLessThan(2);
});

it('stays there while there is less room, and more again', async () => {
  const height = (): Promise<number> => region().evaluate(({ clientHeight }) => clientHeight);
  await app.page.setViewportSize(sizes.large);
  await expect.poll(height).toBeGreaterThan(500);
  await expect.poll(belowSight).toBeLessThan(2);
  await app.page.setViewportSize(sizes.small);
  await expect.poll(height).toBeLessThan(500);
  await expect.poll(belowSight).toBeLessThan(2);
});

it('follows what is added, and stays where somebody reads when it is not the end', async () => {
  const count = await countLines();
  await app.person.account.pay({ amount: '1' });
  await expect.poll(countLines).toBe(count + 1);
  await expect.poll(belowSight).toBeLessThan(2);
  await region().hover();
  await app.page.mouse.wheel(0, -400);
  await expect.poll(belowSight).toBeGreaterThan(300);
  const left = await belowSight();
  await app.person.account.pay({ amount: '2' });
  await expect.poll(countLines).toBe(count + 2);
  await expect.poll(belowSight).toBeGreaterThan(left);
});
