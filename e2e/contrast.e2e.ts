import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

const looks = [
  { name: 'with more contrast', contrast: 'more', forcedColors: 'none' },
  { name: 'in forced colours', contrast: 'no-preference', forcedColors: 'active' },
] as const;

it.each(looks)('$name the legend of the chart can be seen, and told apart', async (look) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ ...look, colorScheme });
    await app.shell.go('overview');
    await app.overview.chart.locator('canvas').nth(1).waitFor();
    const colours = await app.page
      .getByText(app.texts.activity.charged, { exact: true })
      .locator('..')
      .locator('> span')
      .evaluateAll((spans) => [
        getComputedStyle(document.body).backgroundColor,
        ...spans.map((span) => getComputedStyle(span, '::before').backgroundColor),
      ]);
    const [paper, charged, paid, line] = colours;
    expect(colours).toHaveLength(4);
    expect([charged, paid, line]).not.toContain(paper);
    expect(charged).not.toBe(paid);
  }
});

it.each(looks)('$name nothing that can be pressed is faint', async (look) => {
  await app.page.emulateMedia(look);
  await app.shell.go('people');
  const rows = await app.people.rows();
  await app.people.open(rows.find(({ lastEntry }) => lastEntry !== null)?.name ?? '');
  const reverse = app.page
    .getByRole('button', { name: new RegExp(`^${app.texts.account.reverse}`, 'u') })
    .first();
  await reverse.waitFor();
  const faint = () =>
    app.page.locator('button:enabled, a[href]').evaluateAll((all) => {
      const isFaint = (each: Element | null): boolean =>
        each !== null && (getComputedStyle(each).opacity !== '1' || isFaint(each.parentElement));
      return all.filter(isFaint).map(({ outerHTML }) => outerHTML);
    });
  await expect.poll(faint).toEqual([]);
});
