import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ story: true, locale: 'ko' });
let app: App;
beforeAll(() => {
  app = inUse.app();
});

it('a Korean browser meets Daybook in Korean, with won', async () => {
  await app.welcome.whenShown();
  await expect.poll(() => app.page.locator('html').getAttribute('lang')).toBe('ko');
  await app.welcome.create({ name: '모퉁이 가게', passphrase: '조용한 낱말 네 개' });
  await app.people.whenShown();
});

it('names are found by their initial consonants, and amounts have no decimals', async () => {
  await app.people.register({ name: '김하늘', phones: ['010-1234-5678'], limit: '50,000' });
  await app.person.whenShown('김하늘');
  await app.person.account.charge({ amount: '37,620', memo: '쌀' });
  await expect
    .poll(() => app.person.account.statement())
    .toMatchObject([{ text: '쌀', charge: '37,620' }]);
  await app.person.account.charge({ amount: '20,000' });
  await expect.poll(() => app.person.account.refusal()).toContain('12,380');
  // What stays typed would be asked about when the page is loaded again.
  await app.person.account.type({ amount: '' });
  await app.shell.go('people');
  await app.people.search('ㄱㅎㄴ');
  await expect.poll(() => app.people.rows()).toMatchObject([{ name: '김하늘' }]);
  expect(await accessibilityProblems(app.page)).toEqual([]);
});

it('the language can be changed, and stays changed', async () => {
  await app.shell.go('settings');
  await app.settings.whenShown();
  await app.settings.speak('en');
  await app.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await app.page.reload();
  await app.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await expect.poll(() => app.page.locator('html').getAttribute('lang')).toBe('en');
});
