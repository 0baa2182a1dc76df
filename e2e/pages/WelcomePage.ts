import type { Page } from 'playwright-core';
import { textsOf, type ShownTexts } from './texts.ts';

export interface NewDaybookFields {
  readonly name: string;
  readonly passphrase: string;
  /** As typed; the first match is taken. Left out, the offered one stays. */
  readonly currency?: string;
  /** What is typed the second time, when it is to differ. */
  readonly again?: string;
}

/** The screen before a daybook is open. */
export interface WelcomePage {
  readonly whenShown: () => Promise<void>;
  readonly knownDaybooks: () => Promise<readonly string[]>;
  readonly create: (fields: NewDaybookFields) => Promise<void>;
  /** Chooses a known daybook and tries its passphrase. */
  readonly open: (name: string, passphrase: string) => Promise<void>;
  /** Chooses it and types its passphrase; `submit` then opens it. */
  readonly choose: (
    name: string,
    passphrase: string,
  ) => Promise<{ readonly submit: () => Promise<void> }>;
  /** What is said against the name of a new daybook, at its field; nothing where it is right. */
  readonly nameError: () => Promise<string>;
  readonly strength: () => Promise<string>;
  /** The sentence of a refusal; waits for it. */
  readonly refusal: () => Promise<string>;
}

export const createWelcomePage = (page: Page, texts: ShownTexts = textsOf.en): WelcomePage => {
  const { welcome } = texts;
  const form = page.getByRole('form');
  const passphrase = form.getByLabel(welcome.passphrase, { exact: true });
  const name = form.getByLabel(welcome.name, { exact: true });
  const shelf = page.getByRole('navigation', { name: welcome.known });

  const fill = async (fields: NewDaybookFields): Promise<void> => {
    const startNew = shelf.getByRole('button', { name: welcome.new, exact: true });
    if (await startNew.isVisible()) await startNew.click();
    await name.fill(fields.name);
    if (fields.currency !== undefined) {
      const currency = form.getByRole('combobox', { name: welcome.currency });
      await currency.fill(fields.currency);
      await page.getByRole('option').first().click();
    }
    await passphrase.fill(fields.passphrase);
    await form
      .getByLabel(welcome.passphraseAgain, { exact: true })
      .fill(fields.again ?? fields.passphrase);
  };

  const choose: WelcomePage['choose'] = async (name, typed) => {
    await shelf.getByRole('button', { name, exact: true }).click();
    await passphrase.fill(typed);
    return { submit: () => form.getByRole('button', { name: welcome.open, exact: true }).click() };
  };

  return {
    whenShown: () => page.getByRole('heading', { level: 1, name: welcome.title }).waitFor(),
    knownDaybooks: async () => {
      const names = await shelf.getByRole('listitem').allInnerTexts();
      return names.slice(0, -1);
    },
    create: async (fields) => {
      await fill(fields);
      await form.getByRole('button', { name: welcome.create }).click();
    },
    choose,
    open: async (name, typed) => {
      const { submit } = await choose(name, typed);
      await submit();
    },
    nameError: async () => {
      if ((await name.getAttribute('aria-invalid')) !== 'true') return '';
      // What a screen reader says of the field.
      return name.evaluate((field) =>
        (field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id))
          .filter((element) => element?.slot === 'errorMessage')
          .map((element) => element?.textContent ?? '')
          .join(' '),
      );
    },
    strength: () => page.getByRole('status', { name: welcome.strength }).innerText(),
    refusal: () => page.getByRole('main').getByRole('alert').innerText(),
  };
};
