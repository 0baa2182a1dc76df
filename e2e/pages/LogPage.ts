import type { Locator, Page } from 'playwright-core';
import { textsOf, type ShownTexts } from './texts.ts';

/** A line of the log as it is read. */
export interface ShownLine {
  readonly position: string;
  readonly what: string;
  readonly person: string;
  readonly seal: string;
}

/** Everything that happened, and one event whole. */
export interface LogPage {
  readonly whenShown: () => Promise<void>;
  readonly grid: Locator;
  /** The lines that exist now; waits while they are on their way. */
  readonly lines: () => Promise<readonly ShownLine[]>;
  /** How many lines there are in all, or null while nobody knows. */
  readonly lineCount: () => Promise<number | null>;
  readonly emptyText: Locator;
  readonly showAll: () => Promise<void>;
  /** Chooses kinds of events, or takes them away again. */
  readonly chooseTypes: (...names: readonly string[]) => Promise<void>;
  /** Takes every chosen kind away. */
  readonly showEverything: () => Promise<void>;
  readonly choosePerson: (words: string, name: string) => Promise<void>;
  readonly fillDay: (end: 'from' | 'to', text: string) => Promise<void>;
  readonly goTo: (position: string) => Promise<void>;
  readonly fieldErrors: () => Promise<readonly string[]>;
  readonly newer: Locator;
  /** The event beside the list. */
  readonly panel: Locator;
  readonly openAt: (position: number) => Promise<void>;
  readonly closePanel: () => Promise<void>;
  /** The position in the line that Enter would open. */
  readonly activePosition: () => Promise<string>;
}

const readLines = (rows: Locator): Promise<readonly ShownLine[]> =>
  rows.evaluateAll((elements) =>
    elements.map((element) => {
      const texts = Array.from(element.querySelectorAll('[role="gridcell"]'), (cell) =>
        cell.querySelector('[role="img"]') === null
          ? (cell.textContent ?? '')
          : `[${cell.querySelector('[role="img"]')?.getAttribute('aria-label') ?? ''}]`,
      );
      const [position = '', , what = '', person = '', seal = ''] = texts;
      return { position, what, person, seal };
    }),
  );

export const createLogPage = (page: Page, texts: ShownTexts = textsOf.en): LogPage => {
  const { log } = texts;
  const grid = page.getByRole('grid', { name: log.list });
  const emptyText = page.getByText(log.emptyTitle).or(page.getByText(log.nothingFound));
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { level: 2 }) });
  const filters = page.getByRole('group', { name: log.filters });
  return {
    whenShown: () => page.getByRole('heading', { level: 1, name: log.title }).waitFor(),
    grid,
    lines: async () => {
      await grid.and(page.locator('[aria-busy="false"]')).or(emptyText).first().waitFor();
      return readLines(grid.locator('[role="row"][aria-busy="false"]'));
    },
    lineCount: async () => {
      if (await emptyText.isVisible()) return 0;
      // Without waiting: the list may give way to the empty text just now.
      const [count = -1] = await grid.evaluateAll((grids) =>
        grids.map((shown) => Number(shown.getAttribute('aria-rowcount'))),
      );
      return count < 0 ? null : count - 1;
    },
    emptyText,
    showAll: () => page.getByRole('button', { name: log.clear, exact: true }).click(),
    chooseTypes: async (...names) => {
      await filters.getByRole('button', { name: log.type }).click();
      for (const name of names) await page.getByRole('option', { name, exact: true }).click();
      await page.keyboard.press('Escape');
    },
    showEverything: async () => {
      await filters.getByRole('button', { name: log.type }).click();
      const chosen = page.getByRole('option', { selected: true });
      while ((await chosen.count()) > 0) await chosen.first().click();
      await page.keyboard.press('Escape');
    },
    choosePerson: async (words, name) => {
      await filters.getByRole('combobox', { name: log.personFilter }).fill(words);
      await page.getByRole('option').filter({ hasText: name }).first().click();
    },
    fillDay: async (end, text) => {
      const field = filters.getByLabel(log[end], { exact: true });
      await field.fill(text);
      await field.press('Enter');
    },
    goTo: async (position) => {
      const field = filters.getByLabel(log.goTo, { exact: true });
      await field.fill(position);
      await field.press('Enter');
    },
    fieldErrors: () => filters.locator('[slot="errorMessage"]').allInnerTexts(),
    newer: page.getByRole('button').filter({ hasText: /new entr|새 항목/u }),
    panel,
    openAt: async (position) => {
      await page.goto(new URL(`/#/log?at=${position}`, page.url()).href);
      await panel.waitFor();
    },
    closePanel: () => page.getByRole('button', { name: log.event.close }).click(),
    activePosition: () =>
      grid.locator('[role="row"][aria-selected="true"] [role="gridcell"]').first().innerText(),
  };
};
