import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

/** **Units:** milliseconds. Longer than a busy machine keeps a timer waiting. */
const LATE_MS = 400;

/** Lets every timer of the page that is set from now on come late, as on a busy machine. */
const delayTimers = (): Promise<void> =>
  app.page.evaluate((lateMs) => {
    const inTime = window.setTimeout.bind(window);
    const late = (handler: () => void, ms = 0): number => inTime(handler, ms + lateMs);
    Object.assign(window, { setTimeout: late });
  }, LATE_MS);

const focusedField = (): Promise<string | null | undefined> =>
  app.page.evaluate(
    () => (document.activeElement as HTMLInputElement | null)?.labels?.item(0)?.textContent ?? null,
  );

const button = (text: string) => app.page.getByRole('button', { name: text, exact: true });

it('a form has the focus in its first field at once, and does not take it from another one later', async () => {
  const { people, details, register } = app.texts;
  await delayTimers();
  await button(people.new).click();
  const form = app.page.getByRole('form', { name: register.title });
  await form.waitFor();
  await expect.poll(focusedField).toBe(details.name);
  await form.getByLabel(details.note, { exact: true }).click();
  await app.page.waitForTimeout(2 * LATE_MS);
  expect(await focusedField()).toBe(details.note);
});

it('a date of birth in another order is met with how it is written, not by this week', async () => {
  const { details, register } = app.texts;
  const form = app.page.getByRole('form', { name: register.title });
  const birthDate = form.getByLabel(details.birthDate, { exact: true });
  await form.getByLabel(details.name, { exact: true }).fill('Eve');
  await birthDate.fill('03/12/1980');
  await birthDate.press('Enter');
  const said = (): Promise<string> =>
    birthDate.evaluate((field) =>
      (field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(''),
    );
  await expect.poll(said).toContain('1980-12-31');
  await expect.poll(said).toContain('year first');
  await birthDate.fill('1980-02-31');
  await expect.poll(said).toContain('no day of the calendar');
});
