import type { App } from '../../e2e/App.ts';
import type { ShownFilter, ShownPerson } from '../../e2e/pages/PeoplePage.ts';
import { longestFrame, measure } from './stopwatch.ts';

/** One piece of work at the window, measured. **Units:** milliseconds. */

const must = (ms: number | null): number => {
  if (ms === null) throw new Error('nothing has changed on the screen');
  return ms;
};

const balance = 'header dl > div:last-child dd';

/** The rows of a list that is narrowed so. */
export const peopleIn = async (
  { people }: App,
  filter: ShownFilter,
): Promise<readonly ShownPerson[]> => {
  await people.filter(filter);
  await people.whenChosen(filter);
  await people.grid.locator('[role="row"][aria-busy="false"]').first().waitFor();
  return people.rows();
};

/** Everybody, by name, whatever list was left last. */
const atPeople = async ({ page, shell, people }: App): Promise<void> => {
  await shell.go('people');
  await page.evaluate(() => {
    window.location.hash = '#/people';
  });
  await people.whenChosen('all');
  await people.grid.locator('[role="row"][aria-busy="false"]').first().waitFor();
};

/** From the press on "People" to its first rows. */
export const firstPage = async (app: App): Promise<number> => {
  await app.shell.go('overview');
  await app.overview.whenShown();
  return must(
    await measure(app.page, { event: 'click', sight: { kind: 'rows' }, withinMs: 20_000 }, () =>
      app.shell.go('people'),
    ),
  );
};

/** From each change of what stands in the search field to the rows for it. */
export const searches = async (app: App, texts: readonly string[]): Promise<readonly number[]> => {
  await atPeople(app);
  const taken: number[] = [];
  for (const text of texts) {
    await app.people.searchField.selectText();
    const ms = await measure(
      app.page,
      { event: 'beforeinput', sight: { kind: 'rows' }, withinMs: 3_000 },
      () => app.page.keyboard.insertText(text),
    );
    if (ms !== null) taken.push(ms);
  }
  await app.people.searchField.fill('');
  await app.people.rows();
  return taken;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The longest frame while the wheel turns through some thousands of rows. */
export const scroll = async (app: App, seconds: number): Promise<number> => {
  await atPeople(app);
  await app.people.grid.hover();
  const longest = await longestFrame(app.page, async () => {
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      await app.page.mouse.wheel(0, 640);
      await pause(30);
    }
  });
  await app.people.rows();
  return longest;
};

/** Opens somebody who owes, and may owe more. */
export const toCustomer = async (app: App): Promise<void> => {
  await atPeople(app);
  const rows = await peopleIn(app, 'owing');
  const found = rows.find(({ available }) => /^[1-9]/.test(available ?? ''));
  if (found === undefined) throw new Error('nobody in sight has credit left');
  // Others may have the same name.
  await app.people.grid
    .getByRole('row')
    .filter({ hasText: found.available ?? '' })
    .getByRole('link', { name: found.name, exact: true })
    .first()
    .click();
  await app.person.whenShown(found.name);
  await app.person.account.statement();
};

/** From Enter in the form of a charge to the new balance in the head of the page. */
export const charge = async (app: App): Promise<number> => {
  await app.person.account.type({ amount: '0.01' });
  const other = await app.page.locator(balance).innerText();
  return must(
    await measure(
      app.page,
      {
        event: 'keydown',
        key: 'Enter',
        sight: { kind: 'text', selector: balance, other },
        withinMs: 20_000,
      },
      () => app.page.keyboard.press('Enter'),
    ),
  );
};
