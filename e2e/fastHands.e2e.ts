import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { isFocused } from './isFocused.ts';
import { roundTrip } from './roundTrip.ts';
import { slowDown } from './slowDown.ts';
import { useDaybook } from './useDaybook.ts';
import type { Wire } from './Wire.ts';

/* Hands that are faster than the window: whatever is pressed between two of its pictures counts, once. */

const inUse = useDaybook({
  args: ['--sample'],
  needsBrowserHost: 'a browser that can be slowed down',
});
let app: App;
let wire: Wire;
let endSlowness = async (): Promise<void> => {};

beforeAll(async () => {
  await inUse.app().people.whenShown();
  ({ app, wire } = await openTapped(inUse.windows(), inUse.app()));
  await app.people.rows();
  endSlowness = await slowDown(app.page, 4);
});
beforeEach(async () => {
  await app.page.goto(new URL('/#/people', app.page.url()).href);
  await app.page.reload();
  await app.people.rows();
});
afterAll(() => endSlowness());

const address = (): string => new URL(app.page.url()).hash;

/** Opens somebody with an account. */
const openSomebody = async (): Promise<string> => {
  await app.people.filter('owing');
  await app.people.whenChosen('owing');
  const [{ name } = { name: '' }] = await app.people.rows();
  await app.people.open(name);
  await app.person.whenShown(name);
  return name;
};

it('a filter and an order that are chosen in one go both hold', async () => {
  await app.page.evaluate(
    ([filter, order]) => {
      const press = (selector: string, name: string): void =>
        Array.from(document.querySelectorAll<HTMLElement>(selector))
          .find(({ textContent }) => textContent.startsWith(name))
          ?.click();
      press('[role="radio"]', filter);
      press('[role="columnheader"] button', order);
    },
    [app.texts.lists.owing, app.texts.people.balance] as const,
  );
  await expect.poll(address).toContain('sort=-balance');
  await expect.poll(address).toContain('filter=owing');
});

it('each press of an arrow leads one line on beside an open entry of the log', async () => {
  await app.shell.go('log');
  await app.log.lines();
  await app.log.openAt(90);
  await expect.poll(app.log.activePosition).toBe('90');
  await app.log.grid.evaluate(async (grid: HTMLElement) => {
    grid.focus();
    // As a key that is held repeats: some addresses have come by then, and others have not.
    for (let press = 0; press < 40; press += 1) {
      grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      await new Promise((done) => setTimeout(done, 15));
    }
  });
  await expect.poll(address).toContain('at=50');
  await expect.poll(app.log.activePosition).toBe('50');
});

it('the amount is typed right behind the key of a payment, from another part of the page too', async () => {
  await openSomebody();
  await app.person.show('details');
  await app.page.getByRole('button', { name: app.texts.details.correct }).waitFor();
  const typesInto = await app.page.evaluate(() => {
    const key = { key: 'p', code: 'KeyP', bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
    return document.activeElement?.getAttribute('inputmode');
  });
  expect(typesInto).toBe('decimal');
  await expect.poll(address).toContain('tab=account');
});

it('what is typed as soon as a form is there stays, beside what was typed in it before', async () => {
  const { account } = app.texts;
  const name = await openSomebody();
  await app.person.account.type({ memo: 'Half' });
  await app.shell.go('people');
  await app.people.rows();
  await app.page.evaluate(() => {
    const typed = new MutationObserver(() => {
      const field = document.querySelector('input[inputmode="decimal"]');
      if (!(field instanceof HTMLInputElement)) return;
      typed.disconnect();
      // React listens to what the browser itself sets.
      Reflect.set(HTMLInputElement.prototype, 'value', '7', field);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    typed.observe(document.body, { childList: true, subtree: true });
  });
  await app.people.open(name);
  await app.person.whenShown(name);
  const field = (label: string) => app.page.getByLabel(label, { exact: true });
  await expect.poll(() => field(account.memo).inputValue()).toBe('Half');
  await expect.poll(() => field(account.amount).inputValue()).toBe('7');
  await app.person.account.type({ amount: '', memo: '' });
});

it('the words behind the key of the search are looked for, from another page too', async () => {
  await app.shell.go('overview');
  await app.overview.whenShown();
  await app.page.evaluate(() => {
    for (const key of ['/', 'n', 'o', 'p', 'e']) {
      const pressed = { key, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', pressed),
      );
    }
  });
  await expect.poll(() => isFocused(app.people.searchField)).toBe(true);
  await expect.poll(() => app.people.searchField.inputValue()).toBe('nope');
  await app.people.emptyText.waitFor();
  await app.people.search('');
});

it('a form that is sent twice in one go is sent once', async () => {
  const { register, details, person } = app.texts;
  await app.page.getByRole('button', { name: app.texts.people.new }).click();
  const form = app.people.dialog.getByRole('form', { name: register.title });
  await form.getByLabel(details.name, { exact: true }).fill('Nella Twice');
  await form.getByLabel(register.limit, { exact: true }).fill('10');
  await form.evaluate((sent: HTMLFormElement) => {
    sent.requestSubmit();
    sent.requestSubmit();
  });
  await app.person.whenShown('Nella Twice');
  await roundTrip(app);
  await expect
    .poll(app.shell.message)
    .toBe(register.done.replace('{{name, short}}', 'Nella Twice'));
  expect(await app.page.getByRole('radiogroup', { name: person.accounts }).count()).toBe(0);
});

it('the second press of a double click takes nothing back', async () => {
  const { details } = app.texts;
  await app.people.register({ name: 'Otto Twice' });
  await app.person.whenShown('Otto Twice');
  await app.person.show('details');
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  await button(details.archive).scrollIntoViewIfNeeded();
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  } = (await button(details.archive).boundingBox()) ?? {};
  const { mouse } = app.page;
  await mouse.move(x + width / 4, y + height / 2);
  await mouse.down({ clickCount: 1 });
  await mouse.up({ clickCount: 1 });
  await button(details.restore).waitFor();
  await mouse.down({ clickCount: 2 });
  await mouse.up({ clickCount: 2 });
  await roundTrip(app);
  expect(await button(details.restore).count()).toBe(1);
  await button(details.restore).click();
  await button(details.archive).waitFor();
});

it('an import that is begun twice keeps the rows that were refused where they were wanted', async () => {
  const { imports } = app;
  await app.shell.go('exchange');
  await imports.choose({
    name: 'people.csv',
    content: 'Number,Name,E-mail\nT-1,Vera Twice,vera@example.org\nT-2,Wim Twice,nowhere\n',
  });
  await imports.whenMapped();
  await imports.check();
  await imports.figures();
  const answer = wire.holdReply('file/place');
  const start = app.page.getByRole('button', { name: /^Import \d+ row/u });
  await start.waitFor();
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    start.dblclick().then(answer),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('nowhere');
});

it('locking twice is locking once', async () => {
  await app.page.getByRole('button', { name: app.texts.nav.lock, exact: true }).dblclick();
  await app.welcome.whenShown();
  // The sample has no passphrase to be typed: it is opened again, after all that was asked before.
  await app.page.getByRole('button', { name: app.texts.sample.open, exact: true }).last().click();
  await app.people.whenShown();
  await roundTrip(app);
  expect(await app.shell.toast.count()).toBe(0);
});
