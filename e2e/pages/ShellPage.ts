import type { Locator, Page } from 'playwright-core';
import { textsOf, type ShownTexts } from './texts.ts';

/** What surrounds every screen of an open daybook. */
export interface ShellPage {
  readonly go: (place: 'people' | 'overview' | 'log' | 'exchange' | 'settings') => Promise<void>;
  readonly closeDaybook: () => Promise<void>;
  readonly lock: () => Promise<void>;
  /** The dialog that finds people and actions. */
  readonly palette: Locator;
  /** Opens it by its keys and types. */
  readonly find: (words: string) => Promise<void>;
  /** What it offers, without its groups. */
  readonly offers: () => Promise<readonly string[]>;
  /** The message at the foot. */
  readonly toast: Locator;
  /** Its words; waits for it. */
  readonly message: () => Promise<string>;
  /** Takes back what the message at the foot speaks of. */
  readonly undo: () => Promise<void>;
  /** Sentences above every page: damage, events left out. */
  readonly notices: () => Promise<readonly string[]>;
  /** The banner that is there while the program cannot be reached. */
  readonly connectionBanner: Locator;
}

export const createShellPage = (page: Page, texts: ShownTexts = textsOf.en): ShellPage => {
  const { nav, common, connection } = texts;
  const palette = page.getByRole('dialog', { name: texts.palette.title });
  const toast = page.getByRole('region', { name: common.messages }).getByRole('alertdialog');
  return {
    go: (place) =>
      page
        .getByRole('navigation', { name: nav.main })
        .getByRole('link', { name: nav[place], exact: true })
        .click(),
    closeDaybook: () => page.getByRole('button', { name: nav.close }).click(),
    lock: () => page.getByRole('button', { name: nav.lock, exact: true }).click(),
    palette,
    find: async (words) => {
      await page.keyboard.press('Control+k');
      await palette.waitFor();
      await page.keyboard.type(words);
    },
    offers: () => palette.getByRole('option').allInnerTexts(),
    toast,
    message: () => toast.locator('[slot="title"], span').first().innerText(),
    undo: () => toast.getByRole('button', { name: common.undo }).click(),
    notices: () => page.getByRole('main').getByRole('alert').allInnerTexts(),
    connectionBanner: page.getByText(connection.down),
  };
};
