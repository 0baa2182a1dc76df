import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { openInputMethod, type InputMethod } from './InputMethod.ts';
import { isFocused } from './isFocused.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], story: true, locale: 'ko' });
let app: App;
let hand: InputMethod;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  hand = await openInputMethod(app);
});

it('the search finds what is still being put together, and Enter is the input method’s', async () => {
  const { searchField } = app.people;
  await app.people.register({ name: '김하늘', reference: '가-1', limit: '50,000' });
  await app.person.whenShown('김하늘');
  await app.shell.go('people');
  await searchField.focus();
  for (const text of ['ㄱ', '기', '김']) await hand.compose(text);
  await hand.press('Enter');
  await expect.poll(() => isFocused(searchField)).toBe(true);
  await app.people.whenShown();
  await hand.commit('김');
  await hand.compose('ㅎ');
  await hand.commit('하');
  await expect.poll(() => searchField.inputValue()).toBe('김하');
  await expect
    .poll(async () => (await app.people.rows()).map(({ name }) => name)[0])
    .toBe('김하늘');
  await searchField.fill('');
});

it('the Escape that gives up a syllable leaves the search as it is', async () => {
  const { searchField } = app.people;
  await searchField.fill('김');
  await searchField.focus();
  await hand.compose('ㅎ');
  await hand.press('Escape');
  await expect.poll(() => searchField.inputValue()).toBe('김ㅎ');
  await expect.poll(() => isFocused(searchField)).toBe(true);
  await hand.commit('');
  await app.page.keyboard.press('Escape');
  await expect.poll(() => searchField.inputValue()).toBe('');
});

it('a name keeps its last syllable when the field is left, and is not sent by the Enter that ends it', async () => {
  const { details, register } = app.texts;
  await app.people.grid.focus();
  await app.page.keyboard.press('n');
  const form = app.page.getByRole('form', { name: register.title });
  const name = form.getByLabel(details.name, { exact: true });
  await name.focus();
  await hand.compose('박');
  await hand.press('Enter');
  expect(await app.people.dialog.count()).toBe(1);
  await hand.press('Escape');
  expect(await app.people.dialog.count()).toBe(1);
  expect(await app.page.getByRole('alertdialog', { name: app.texts.leave.title }).count()).toBe(0);
  await hand.commit('박');
  await hand.compose('바');
  await hand.compose('바다');
  // Leaving a field ends what is being put together in it: it stays as it is.
  await form.getByLabel(details.note, { exact: true }).focus();
  await expect.poll(() => name.inputValue()).toBe('박바다');
  await form.getByLabel(details.reference, { exact: true }).focus();
  await hand.compose('나');
  await hand.commit('나');
  await app.page.keyboard.type('-2');
  await app.page.keyboard.press('Enter');
  await app.person.whenShown('박바다');
  await expect.poll(() => app.person.heading.innerText()).toBe('박바다');
});

it('a syllable outlives that rows change under the form', async () => {
  const { account } = app.texts;
  await app.shell.go('people');
  await app.people.search('가-1');
  await app.people.open('김하늘');
  await app.person.whenShown('김하늘');
  const form = app.page.getByRole('form', { name: account.charge, exact: true });
  const memo = form.getByLabel(account.memo, { exact: true });
  await memo.focus();
  await hand.compose('싸');
  // Another connection writes, so that everything on the page is drawn anew.
  await writeElsewhere();
  await expect
    .poll(async () => (await app.person.account.figures())[app.texts.person.balance])
    .toBe('−0.07');
  await hand.compose('쌀');
  await hand.commit('쌀');
  await expect.poll(() => memo.inputValue()).toBe('쌀');
});

/** Pays seven hundredths into the account that is shown, on a connection of its own. */
const writeElsewhere = async (): Promise<void> => {
  const personId = /person\/([\w-]+)/.exec(app.page.url())?.[1] ?? '';
  await app.page.evaluate(
    (person) =>
      new Promise<void>((resolve, reject) => {
        const socket = new WebSocket(new URL('/socket', window.location.href));
        const send = (request: number, method: string, input: object): void =>
          socket.send(JSON.stringify({ request, method, input }));
        socket.addEventListener('open', () =>
          send(1, 'view/ask', { view: 'person/page', input: { personId: person } }),
        );
        socket.addEventListener('message', ({ data }) => {
          const { request, reply } = JSON.parse(String(data)) as {
            request?: number;
            reply?: { ok: boolean; value: { rows: { accounts: { accountId: string }[] }[] } };
          };
          if (request === 1)
            send(2, 'command/execute', {
              id: crypto.randomUUID(),
              command: 'credit-account/pay',
              input: {
                accountId: reply?.value.rows[0]?.accounts[0]?.accountId,
                amount: { currency: 'USD', minor: 7 },
                occurredOn: '2026-11-03',
              },
            });
          if (request !== 2) return;
          socket.close();
          if (reply?.ok === true) resolve();
          else reject(new Error(String(data)));
        });
      }),
    personId,
  );
};

it('an entry is not sent by the Enter that ends a syllable, nor left by its Escape', async () => {
  const { account, leave } = app.texts;
  const form = app.page.getByRole('form', { name: account.charge, exact: true });
  const amount = form.getByLabel(account.amount, { exact: true });
  await amount.fill('12');
  await amount.focus();
  await hand.compose('ㅁ');
  await hand.press('Enter');
  await hand.press('Escape');
  expect(await app.page.getByRole('alertdialog', { name: leave.title }).count()).toBe(0);
  await expect.poll(() => isFocused(amount)).toBe(true);
  await hand.commit('');
  await amount.fill('12');
  await amount.press('Enter');
  await expect.poll(() => app.shell.message()).toContain('12.00');
  await expect
    .poll(() => app.person.account.statement())
    .toMatchObject([{ payment: '0.07' }, { charge: '12.00', text: '쌀' }]);
});

it('keys are found by their place on the keyboard while it writes Hangul', async () => {
  const { account } = app.texts;
  const pressInHangul = (letter: string, code: string): Promise<void> =>
    app.page.evaluate(
      ([key, place]) => {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key, code: place, bubbles: true, cancelable: true }),
        );
      },
      [letter, code] as const,
    );
  const focusedForm = () =>
    app.page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('aria-label'));
  await app.page.keyboard.press('Escape');
  await pressInHangul('ㅔ', 'KeyP');
  await expect.poll(focusedForm).toBe(account.payment);
  await app.page.keyboard.press('Escape');
  await app.person.show('history');
  await pressInHangul('ㅊ', 'KeyC');
  await expect.poll(focusedForm).toBe(account.charge);
  await app.page.keyboard.press('Escape');
});

it('a passphrase is not sent by the Enter that ends a syllable, and a currency is found by typing it', async () => {
  const { welcome } = app.texts;
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  await app.page.getByRole('button', { name: welcome.new, exact: true }).click();
  const currency = app.page.getByRole('combobox', { name: welcome.currency });
  await currency.fill('');
  await hand.compose('유');
  await hand.press('Enter');
  await hand.commit('유로');
  await expect.poll(() => currency.inputValue()).toBe('유로');
  const again = app.page.getByLabel(welcome.passphraseAgain, { exact: true });
  await app.page.getByLabel(welcome.passphrase, { exact: true }).fill('조용한 낱말 네 개');
  await again.focus();
  await hand.compose('조');
  await hand.press('Enter');
  expect(
    await app.page.getByRole('form').getByText(app.texts.field.passphraseDiffers).count(),
  ).toBe(0);
  await hand.commit('조');
  await expect.poll(() => again.inputValue()).toBe('조');
});
