import { expect, it } from 'vitest';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

// What Chromium says where the system's locale is C.UTF-8, as it is in containers.
const inUse = useDaybook({
  languageTag: 'en-US@posix',
  story: true,
  needsBrowserHost: "the language of somebody else's browser",
});

it('a daybook is used in a browser whose language is no language tag', async () => {
  const app = inUse.app();
  expect(await app.page.evaluate(() => navigator.language)).toBe('en-US@posix');
  await app.begin();
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  await app.person.account.charge({ amount: '12', memo: 'Bread' });
  await expect.poll(() => app.person.account.statement()).toMatchObject([{ charge: '12.00' }]);
});

it('its overview has the table in the place of the chart, and says so', async () => {
  const { page, shell, overview, texts } = inUse.app();
  await shell.go('overview');
  await overview.whenShown();
  await page.getByText(texts.activity.noChart).waitFor();
  await expect
    .poll(async () => (await overview.days()).map(({ entries }) => entries))
    .toEqual(['1']);
  expect(await accessibilityProblems(page)).toEqual([]);
  await overview.show(texts.activity.table);
  await page.getByText(texts.activity.noChart).waitFor({ state: 'detached' });
});
