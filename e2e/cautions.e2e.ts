import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.register({ name: 'Ada', reference: 'U-1', limit: '50' });
  await app.person.whenShown('Ada');
});

const button = (name: string) => app.page.getByRole('button', { name, exact: true });

it('an account that still owes is closed only after it has been said how much', async () => {
  const { account, closing, common } = app.texts;
  await app.person.account.charge({ amount: '12.50' });
  await expect.poll(() => app.person.account.figures()).toMatchObject({ Balance: '12.50' });
  await button(account.close).click();
  const question = app.page.getByRole('alertdialog', { name: closing.title });
  await question.getByText('$12.50').waitFor();
  await question.getByRole('button', { name: common.cancel }).click();
  await question.waitFor({ state: 'detached' });
  await button(account.close).waitFor();
  await app.person.account.close();
  await app.person.account.reopen();
});

it('a reference that somebody else has is asked about, however fast it is sent', async () => {
  const { details, register, sameReference } = app.texts;
  await app.shell.go('people');
  await app.page.keyboard.press('n');
  const form = app.page.getByRole('form', { name: register.title });
  await form.getByLabel(details.name, { exact: true }).fill('Bo');
  const reference = form.getByLabel(details.reference, { exact: true });
  await reference.fill(' U-1 ');
  await reference.press('Enter');
  await form.getByRole('alert').waitFor();
  await expect
    .poll(() => form.getByRole('alert').innerText())
    .toBe(
      sameReference.ask.replace('{{name, short}}', 'Ada').replace('{{button}}', register.submit),
    );
  await reference.fill('U-2');
  await form.getByRole('alert').waitFor({ state: 'detached' });
  await reference.fill('U-1');
  await reference.press('Enter');
  await app.person.whenShown('Bo');
});

it('so is one that a correction brings, and not one that was there before', async () => {
  const { details } = app.texts;
  const known = async () => (await app.person.details())[details.reference];
  await app.person.correct({ note: 'Mornings' });
  await expect.poll(async () => (await app.person.details())[details.note]).toBe('Mornings');
  await app.person.correct({ reference: 'U-3' });
  await expect.poll(known).toBe('U-3');
  await app.person.correct({ reference: 'U-1' });
  await app.person.correction.getByRole('alert').waitFor();
  await expect.poll(() => app.person.correction.count()).toBe(1);
  await app.person.saveCorrection();
  await expect.poll(known).toBe('U-1');
});

it('the parts of the page stay where they are, whichever is chosen', async () => {
  const places = (): Promise<readonly number[]> =>
    app.page
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().left));
  const before = await places();
  expect(before).toHaveLength(3);
  await app.person.show('history');
  await expect.poll(places).toEqual(before);
});

it.each([1023, 800, 640])(
  'every figure can be reached in a window %i pixels wide',
  async (width) => {
    await app.page.setViewportSize({ width, height: 640 });
    await app.shell.go('people');
    await app.people.open('Ada');
    await app.person.whenShown('Ada');
    await expect.poll(() => app.person.account.statement()).toHaveLength(1);
    const places = [
      app.page.getByRole('cell', { name: '12.50' }).last(),
      app.page.getByRole('button', { name: app.texts.account.close }),
      app.page.getByRole('definition').last(),
    ];
    for (const place of places) {
      await place.scrollIntoViewIfNeeded();
      const box = await place.boundingBox();
      expect(box === null ? Infinity : box.x + box.width).toBeLessThanOrEqual(width);
      expect(box?.x).toBeGreaterThanOrEqual(0);
    }
    await app.page.setViewportSize({ width: 1280, height: 800 });
  },
);

it('the filters of the list keep within the page of a magnified window', async () => {
  await app.page.setViewportSize({ width: 640, height: 400 });
  await app.shell.go('people');
  const edge = async (place: Locator): Promise<number> => {
    const { x = 0, width = 0 } = (await place.boundingBox()) ?? {};
    return x + width;
  };
  const filters = app.page.getByRole('radiogroup', { name: app.texts.people.filter });
  expect(await edge(filters.getByRole('radio').last())).toBeLessThanOrEqual(
    await edge(app.people.searchField),
  );
  await app.page.setViewportSize({ width: 1280, height: 800 });
});

it('somebody without a reference is erased after their name was typed', async () => {
  const { erase } = app.texts;
  await app.shell.go('people');
  await app.people.register({ name: 'Cy Twombly' });
  await app.person.whenShown('Cy Twombly');
  await app.person.show('details');
  await button(erase.button).click();
  const field = app.person.erasure.getByRole('textbox');
  await field.fill('Cy');
  await app.person.erasure.getByRole('button', { name: erase.submit }).click();
  await app.person.erasure.getByRole('alert').waitFor();
  await field.fill('Cy Twombly');
  await app.person.erasure.getByRole('button', { name: erase.submit }).click();
  await app.page.getByRole('dialog', { name: erase.receipt }).waitFor();
  await app.page.getByRole('button', { name: erase.done, exact: true }).click();
});
