import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { isFocused } from './isFocused.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.rows();
});

/** The heading of a sorted column says so after its name. */
const edge = (column: string) =>
  app.page.getByRole('separator', {
    name: new RegExp(`^${app.texts.lists.edge} ${column}(?: |$)`, 'u'),
  });

const widthOf = async (column: string): Promise<number> =>
  Number(await edge(column).getAttribute('aria-valuenow'));

/** How wide the cells of the column are, which must be as wide as its heading. */
const cellWidth = (id: string): Promise<number> =>
  app.page
    .locator(`[role="gridcell"][data-column="${id}"]`)
    .first()
    .evaluate((cell) => Math.round(cell.getBoundingClientRect().width));

/** Whatever follows from a layout has been told by then. */
const nextFrames = (page: App['page']): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );

/** Notes every change in the rows, which a drag must not make. */
const watchRows = () =>
  app.people.grid.evaluateHandle((grid) => {
    const changes: string[] = [];
    const body = grid.querySelector('[role="rowgroup"]:nth-of-type(2)');
    if (body === null) throw new Error('the list has no rows');
    new MutationObserver((seen) => changes.push(...seen.map(({ type }) => type))).observe(body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    return changes;
  });

const drag = async (
  column: string,
  by: number,
): Promise<{ readonly drop: () => Promise<void> }> => {
  const box = await edge(column).boundingBox();
  if (box === null) throw new Error(`there is no edge of ${column}`);
  const { mouse } = app.page;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  for (const part of [0.25, 0.5, 0.75, 1]) await mouse.move(x + by * part, y);
  return { drop: () => mouse.up() };
};

it('an edge that is dragged takes its column along, and no row is rendered for it', async () => {
  const { name } = app.texts.people;
  const before = await widthOf(name);
  expect(await cellWidth('name')).toBe(before);
  const changes = await watchRows();
  const { drop } = await drag(name, -100);
  await expect.poll(() => widthOf(name)).toBe(before - 100);
  expect(await cellWidth('name')).toBe(before - 100);
  expect(await changes.jsonValue()).toEqual([]);
  await drop();
  await expect.poll(() => widthOf(name)).toBe(before - 100);
});

it('the width is there again when the page is loaded again, and goes with a double click', async () => {
  const { name } = app.texts.people;
  const chosen = await widthOf(name);
  await app.page.reload();
  await app.people.rows();
  await expect.poll(() => widthOf(name)).toBe(chosen);
  await edge(name).dblclick();
  await expect.poll(() => widthOf(name)).toBe(chosen + 100);
});

it('an edge stays with the pointer, and what is left of it where it is', async () => {
  const { phone } = app.texts.people;
  const leftEdge = async (): Promise<number> =>
    Math.round(
      (await app.people.grid.locator('[data-column="phone"]').first().boundingBox())?.x ?? 0,
    );
  const rightEdge = async (): Promise<number> => {
    const box = await edge(phone).boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0) / 2);
  };
  // The name takes the room that is left, and would give way.
  await edge(app.texts.people.name).press('Enter');
  const [left, right] = [await leftEdge(), await rightEdge()];
  const { drop } = await drag(phone, 70);
  await expect.poll(rightEdge).toBe(right + 70);
  expect(await leftEdge()).toBe(left);
  await drop();
  await expect.poll(rightEdge).toBe(right + 70);
  expect(await leftEdge()).toBe(left);
  await edge(phone).press('ArrowLeft');
  await expect.poll(rightEdge).toBe(right + 54);
  expect(await leftEdge()).toBe(left);
  await edge(phone).press('Enter');
  await edge(app.texts.people.name).press('Enter');
  await expect.poll(leftEdge).toBe(left);
});

it('an edge says how wide its column is also when that has not changed', async () => {
  const { lastEntry } = app.texts.people;
  const usual = await widthOf(lastEntry);
  await edge(lastEntry).press('ArrowRight');
  await expect.poll(() => widthOf(lastEntry)).toBe(usual + 16);
  await edge(lastEntry).press('ArrowLeft');
  await expect.poll(() => widthOf(lastEntry)).toBe(usual);
  await edge(lastEntry).press('Enter');
  await nextFrames(app.page);
  expect(await widthOf(lastEntry)).toBe(usual);
  await edge(app.texts.people.name).press('Enter');
});

it('Escape lets go of an edge where it was', async () => {
  const { phone } = app.texts.people;
  const before = await widthOf(phone);
  const { drop } = await drag(phone, 60);
  await expect.poll(() => widthOf(phone)).toBe(before + 60);
  await app.page.keyboard.press('Escape');
  await expect.poll(() => widthOf(phone)).toBe(before);
  await drop();
  await expect.poll(() => widthOf(phone)).toBe(before);
  // Nothing has been chosen, of this column or of those before it.
  expect(
    await app.people.grid.evaluate((grid) => grid.getAttribute('style')?.includes('--width-name:')),
  ).toBe(false);
});

it('the keyboard does the same, column by column', async () => {
  const { page, texts } = app;
  const { name, reference } = texts.people;
  await edge(name).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => isFocused(edge(reference))).toBe(true);
  const before = await widthOf(reference);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(reference)).toBe(before + 32);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf(reference)).toBe(before + 16);
  await page.keyboard.press('Enter');
  // The name has kept the width that it had beside the wider column.
  await edge(name).press('Enter');
  await expect.poll(() => widthOf(reference)).toBe(before);
  await edge(reference).focus();
  await page.keyboard.press('End');
  await expect.poll(() => widthOf(reference)).toBe(960);
  // Columns that no longer fit are scrolled to; none of them lies over another.
  expect(await app.people.grid.evaluate((grid) => grid.scrollWidth > grid.clientWidth)).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('the usual widths come back, and the choice of columns keeps the focus for the Escape after it', async () => {
  const { page, texts } = app;
  const { reference } = texts.people;
  await page.getByRole('button', { name: texts.lists.columns, exact: true }).click();
  const choice = page.getByRole('dialog', { name: texts.lists.columns, exact: true });
  const usual = choice.getByRole('button', { name: texts.lists.usualWidths, exact: true });
  await usual.press('Enter');
  await expect.poll(() => usual.isDisabled()).toBe(true);
  await expect.poll(() => widthOf(reference)).not.toBe(960);
  expect(await isFocused(usual)).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await choice.waitFor({ state: 'detached' });
});

it('the log has widths of its own, and takes them back', async () => {
  const { page, shell, log, texts } = app;
  await shell.go('log');
  await log.lines();
  const before = await widthOf(texts.log.what);
  await edge(texts.log.what).press('ArrowLeft');
  await expect.poll(() => widthOf(texts.log.what)).toBe(before - 16);
  expect(await accessibilityProblems(page)).toEqual([]);
  const usual = page.getByRole('button', { name: texts.lists.usualWidths, exact: true });
  await usual.click();
  await expect.poll(() => widthOf(texts.log.what)).toBe(before);
  await usual.waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(log.grid)).toBe(true);
});
