import type { Locator, Page } from 'playwright-core';
import { createAccountPart, type AccountPart } from './AccountPart.ts';
import { textsOf, type ShownTexts } from './texts.ts';

export interface Correction {
  readonly name?: string;
  readonly reference?: string;
  readonly phones?: readonly string[];
  readonly email?: string;
  readonly address?: string;
  readonly birthDate?: string;
  readonly note?: string;
  readonly reason?: string;
}

/** The page of one person. */
export interface PersonPage {
  readonly whenShown: (name: string) => Promise<void>;
  readonly heading: Locator;
  readonly account: AccountPart;
  readonly show: (tab: 'account' | 'details' | 'history') => Promise<void>;
  /** What is known, by label. */
  readonly details: () => Promise<Readonly<Record<string, string>>>;
  readonly correct: (correction: Correction) => Promise<void>;
  /** Opens the form of a correction and fills it in, without saving. */
  readonly beginCorrection: (correction: Correction) => Promise<void>;
  readonly saveCorrection: () => Promise<void>;
  readonly correction: Locator;
  readonly archive: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** The history, newest first: the text of what happened. */
  readonly history: () => Promise<readonly string[]>;
  /** Erases; gives the text of the receipt. */
  readonly erase: (confirm: string) => Promise<string>;
  /** Where an erasure is confirmed. */
  readonly erasure: Locator;
  readonly redactions: Locator;
}

const readDetails = (list: Locator): Promise<Readonly<Record<string, string>>> =>
  list.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll('dt')].map((term) => [
        term.textContent ?? '',
        term.nextElementSibling?.textContent ?? '',
      ]),
    ),
  );

export const createPersonPage = (page: Page, texts: ShownTexts = textsOf.en): PersonPage => {
  const { person, details, erase } = texts;
  const panel = page.getByRole('tabpanel');
  const correction = page.getByRole('form', { name: details.correct });
  const erasure = page
    .getByRole('dialog')
    .filter({ has: page.getByRole('form', { name: erase.title, exact: true }) });
  const show: PersonPage['show'] = (tab) =>
    page.getByRole('tab', { name: person[tab], exact: true }).click();

  const beginCorrection: PersonPage['beginCorrection'] = async ({ reason, phones, ...changes }) => {
    await show('details');
    await page.getByRole('button', { name: details.correct }).click();
    const typed: Readonly<Record<string, string | undefined>> = {
      ...changes,
      phones: phones?.join('\n'),
      reason,
    };
    for (const [field, text] of Object.entries(typed)) {
      if (text === undefined) continue;
      const label = details[field as keyof Correction];
      await correction.getByLabel(label, { exact: true }).fill(text);
    }
  };
  const saveCorrection = (): Promise<void> =>
    correction.getByRole('button', { name: details.submit }).click();

  return {
    whenShown: (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    heading: page.getByRole('heading', { level: 1 }),
    account: createAccountPart(page, texts),
    show,
    details: () => readDetails(panel.locator('dl')),
    correct: async (changes) => {
      await beginCorrection(changes);
      await saveCorrection();
    },
    beginCorrection,
    saveCorrection,
    correction,
    archive: () => panel.getByRole('button', { name: details.archive, exact: true }).click(),
    restore: () => panel.getByRole('button', { name: details.restore, exact: true }).click(),
    history: () => panel.locator('tbody tr td:nth-child(2)').allInnerTexts(),
    erase: async (confirm) => {
      await show('details');
      await panel.getByRole('button', { name: erase.button }).click();
      await erasure.getByRole('textbox').fill(confirm);
      await erasure.getByRole('button', { name: erase.submit }).click();
      const receipt = page.getByRole('dialog', { name: erase.receipt });
      const text = await receipt.innerText();
      await receipt.getByRole('button', { name: erase.done, exact: true }).click();
      return text;
    },
    erasure,
    redactions: page.getByRole('img', { name: texts.common.erased }),
  };
};
