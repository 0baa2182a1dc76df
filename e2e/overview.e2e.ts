import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import type { ShownFigure } from './pages/OverviewPage.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

const toOverview = async (): Promise<void> => {
  await app.shell.go('overview');
  await app.overview.whenShown();
};

const figures: readonly (readonly [ShownFigure, string])[] = [
  ['people', 'people'],
  ['archived', 'people'],
  ['erased', 'people'],
  ['owing', 'accounts'],
  ['inCredit', 'accounts'],
  ['exhausted', 'accounts'],
  ['overLimit', 'accounts'],
];

it.each(figures)('the figure of %s opens the list that it counts', async (figure, unit) => {
  await toOverview();
  const count = await app.overview.figure(figure);
  await app.overview.follow(figure);
  await app.people.whenShown();
  if (count === '0') await app.people.emptyText.waitFor();
  else
    await app.people
      .headCount(
        `${count} ${count === '1' ? unit.replace('people', 'person').replace(/s$/, '') : unit}`,
      )
      .waitFor();
});

it('the list of the exhausted says what they are, and leads to those over their limit', async () => {
  const { page, people, texts } = app;
  await toOverview();
  const over = await app.overview.figure('overLimit');
  await app.overview.follow('exhausted');
  await people.whenShown();
  await page.getByText(texts.lists.exhaustedNote).waitFor();
  await page.getByRole('link', { name: new RegExp(`^${over} more accounts? `, 'u') }).click();
  await expect.poll(() => people.chosenFilter()).toBe(texts.people.overLimit);
  await people.headCount(`${over} ${over === '1' ? 'account' : 'accounts'}`).waitFor();
});

it('the chart has a table in its place, and each day of it opens its entries', async () => {
  const { page, overview, texts } = app;
  await toOverview();
  await overview.chart.locator('canvas').nth(1).waitFor();
  await expect
    .poll(() => overview.chart.getAttribute('aria-label'))
    .toMatch(/entries.*charged.*paid/);
  expect(await accessibilityProblems(page)).toEqual([]);
  await overview.show(texts.activity.table);
  await overview.span('365');
  const days = await overview.days();
  expect(days.length).toBeGreaterThan(5);
  expect(await accessibilityProblems(page)).toEqual([]);
  const most = days.toSorted((a, b) => Number(b.entries) - Number(a.entries))[0];
  await overview.openDay(most?.day ?? '');
  const list = page.getByRole('grid', { name: texts.activity.list });
  await expect.poll(() => list.getAttribute('aria-rowcount')).toBe(`${Number(most?.entries) + 1}`);
  await list.getByRole('link').first().waitFor();
  await expect
    .poll(() => list.locator('[role="row"][data-index]').count())
    .toBe(Number(most?.entries));
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.goBack();
  await overview.whenShown();
  await expect.poll(async () => (await overview.days()).length).toBe(days.length);
});

it('the day under the pointer is told in words, and a press opens it', async () => {
  const { page, overview, texts } = app;
  await toOverview();
  await overview.show(texts.activity.chart);
  const canvas = overview.chart.locator('.u-over').first();
  await canvas.hover();
  await page.getByText(/^[A-Z][a-z]{2} \d+, \d{4}: /).waitFor();
  await canvas.click();
  await page.getByRole('link', { name: texts.overview.title, exact: true }).last().waitFor();
  await expect.poll(() => page.url()).toMatch(/overview\/\d{4}-\d{2}-\d{2}/);
});

it.each([
  ['span=365&shape=table', '365', 'table'],
  ['span=366&shape=7&more', '90', 'chart'],
] as const)(
  'an address typed by hand is read as far as it can be: %s',
  async (typed, days, shape) => {
    const { page, overview, texts } = app;
    await page.evaluate((hash) => void (location.hash = hash), `#/overview?${typed}`);
    await overview.whenShown();
    const chosen = (group: string) =>
      page.getByRole('radiogroup', { name: group }).getByRole('radio', { checked: true });
    await expect.poll(() => chosen(texts.activity.span).innerText()).toContain(days);
    await expect.poll(() => chosen(texts.activity.shape).innerText()).toBe(texts.activity[shape]);
  },
);
