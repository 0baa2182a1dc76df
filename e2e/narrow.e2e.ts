import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { writeExampleAccount } from './exampleAccount.ts';
import { longName, scenes } from './scenes.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.register({ name: longName, reference: 'L-1', limit: '9,999,999,999.99' });
  await app.person.whenShown(longName);
  await writeExampleAccount(app);
});

/** Texts of the page that stand outside of the window, but for those of a table that can be scrolled to show them. */
const leftOutside = (page: App['page']): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      ((['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth) ||
        isScrolled(element.parentElement));
    return [...document.querySelectorAll('main *')]
      .filter(
        (element) =>
          element.children.length === 0 &&
          element.textContent !== '' &&
          element.getBoundingClientRect().right > innerWidth + 1 &&
          !isScrolled(element.closest('table, [role="table"], [role="grid"]')),
      )
      .map((element) => element.textContent ?? '');
  });

/** As a window of 1280 by 1024 is at twice its size: everything is read without scrolling sideways. */
it.each([
  'people',
  'long-name',
  'person-refused',
  'person-details',
  'person-history',
  'overview',
  'overview-table',
  'log',
  'exchange',
  'import-map',
  'settings',
  'settings-general',
])('%s fits into half a window, and a quarter of one', async (screen) => {
  const { page } = app;
  await page.goto(new URL('/', page.url()).href);
  await app.people.whenShown();
  await scenes[screen]?.(app);
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 512 });
    expect(await leftOutside(page), `${width} pixels wide`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

/** As a window of 1280 by 1024 is at four times its size. */
it.each(['people-chosen', 'log'])(
  '%s has some rows in reach in a window that is low too',
  async (screen) => {
    const { page } = app;
    await page.goto(new URL('/', page.url()).href);
    await app.people.whenShown();
    await scenes[screen]?.(app);
    await page.setViewportSize({ width: 320, height: 256 });
    const grid = page.getByRole('grid');
    await grid.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const { y, height } = (await grid.boundingBox()) ?? { y: 0, height: 0 };
    expect(height).toBeGreaterThan(120);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(256);
    await page.setViewportSize({ width: 1280, height: 800 });
  },
);
