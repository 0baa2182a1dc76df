import type { Locator, Page } from 'playwright-core';
import { textsOf, type ShownTexts } from './texts.ts';

export interface NewPersonFields {
  readonly name: string;
  readonly reference?: string;
  readonly phones?: readonly string[];
  readonly email?: string;
  readonly address?: string;
  readonly birthDate?: string;
  readonly note?: string;
  /** With it an account is opened at once. */
  readonly limit?: string;
}

/** A row of the list as it is read. Null where nothing stands. */
export interface ShownPerson {
  readonly name: string;
  readonly balance: string | null;
  readonly available: string | null;
  readonly lastEntry: string | null;
}

export type ShownFilter =
  'all' | 'owing' | 'inCredit' | 'exhausted' | 'overLimit' | 'archived' | 'erased';
export type ShownSort = 'name' | 'balance' | 'available' | 'lastEntry';

/** The list of people. */
export interface PeoplePage {
  readonly whenShown: () => Promise<void>;
  readonly grid: Locator;
  readonly searchField: Locator;
  readonly search: (text: string) => Promise<void>;
  readonly filter: (filter: ShownFilter) => Promise<void>;
  /** Waits until the list is narrowed by this filter. */
  readonly whenChosen: (filter: ShownFilter) => Promise<void>;
  readonly sort: (column: ShownSort) => Promise<void>;
  /** The rows that exist now, those in sight and some around them; waits while they are on their way. */
  readonly rows: () => Promise<readonly ShownPerson[]>;
  /** How many rows there are in all, or null while nobody knows. */
  readonly rowCount: () => Promise<number | null>;
  readonly emptyText: Locator;
  /** Takes filter and search away, where nobody was found. */
  readonly showAll: () => Promise<void>;
  readonly chosenFilter: () => Promise<string>;
  /** The name in the row that Enter would open. */
  readonly activeName: () => Promise<string>;
  readonly open: (name: string) => Promise<void>;
  readonly register: (fields: NewPersonFields) => Promise<void>;
  readonly dialog: Locator;
  /** How many people or accounts the head of the list says there are. */
  readonly headCount: (words: string) => Locator;
  /** Headings of the columns that are shown. */
  readonly columns: () => Promise<readonly string[]>;
  readonly savedViews: Locator;
  /** What can be done with the people who are chosen; there only while somebody is. */
  readonly bulk: Locator;
  /** Names of the chosen people that are in sight. */
  readonly chosenNames: () => Promise<readonly string[]>;
  readonly choose: (name: string) => Promise<void>;
}

const readRows = (rows: Locator): Promise<readonly ShownPerson[]> =>
  rows.evaluateAll((lines) =>
    lines.map((line) => {
      const read = (column: string) =>
        line.querySelector(`[data-column="${column}"]`)?.textContent?.trim() ?? '';
      const filled = (column: string) => (['', '–'].includes(read(column)) ? null : read(column));
      return {
        // Not what is stamped beside it.
        name: line.querySelector('[data-column="name"] a')?.textContent ?? read('name'),
        balance: filled('balance'),
        available: filled('available'),
        lastEntry: filled('last-entry'),
      };
    }),
  );

const fillNewPerson = async (dialog: Locator, fields: NewPersonFields, texts: ShownTexts) => {
  const { details, register } = texts;
  const typed: readonly (readonly [string, string | undefined])[] = [
    [details.name, fields.name],
    [details.reference, fields.reference],
    [details.phones, fields.phones?.join('\n')],
    [details.email, fields.email],
    [details.address, fields.address],
    [details.birthDate, fields.birthDate],
    [details.note, fields.note],
    [register.limit, fields.limit],
  ];
  for (const [label, text] of typed) {
    if (text !== undefined) await dialog.getByLabel(label, { exact: true }).fill(text);
  }
};

/**
 * It comes after a passphrase, which is slow to try on purpose, and on a busy machine takes longer than
 * anything else. **Units:** milliseconds.
 */
const OPENED_WITHIN_MS = 45_000;

export const createPeoplePage = (page: Page, texts: ShownTexts = textsOf.en): PeoplePage => {
  const { people, register, lists, bulk } = texts;
  const grid = page.getByRole('grid', { name: people.list });
  const searchField = page.getByRole('searchbox', { name: people.search });
  const dialog = page.getByRole('dialog', { name: register.title });
  const emptyText = page.getByText(people.emptyTitle).or(page.getByText(people.nothingFound));
  const headings = {
    name: people.name,
    balance: people.balance,
    available: people.available,
    lastEntry: people.lastEntry,
  };
  const filterNamed = (filter: ShownFilter) =>
    page.getByRole('radiogroup', { name: people.filter }).getByRole('radio', {
      name: filter === 'owing' || filter === 'inCredit' ? lists[filter] : people[filter],
      exact: true,
    });

  return {
    whenShown: () =>
      page
        .getByRole('heading', { level: 1, name: people.title })
        .waitFor({ timeout: OPENED_WITHIN_MS }),
    grid,
    searchField,
    search: (text) => searchField.fill(text),
    filter: (filter) => filterNamed(filter).click(),
    whenChosen: (filter) =>
      filterNamed(filter)
        .and(page.getByRole('radio', { checked: true }))
        .waitFor(),
    sort: (column) =>
      grid.getByRole('columnheader').getByRole('button', { name: headings[column] }).click(),
    rows: async () => {
      await grid.and(page.locator('[aria-busy="false"]')).or(emptyText).first().waitFor();
      return readRows(grid.locator('[role="row"][aria-busy="false"]'));
    },
    rowCount: async () => {
      if (await emptyText.isVisible()) return 0;
      // Without waiting: the list may give way to the empty text just now.
      const [count = -1] = await grid.evaluateAll((grids) =>
        grids.map((shown) => Number(shown.getAttribute('aria-rowcount'))),
      );
      return count < 0 ? null : count - 1;
    },
    emptyText,
    showAll: () => page.getByRole('button', { name: people.clear, exact: true }).click(),
    chosenFilter: () =>
      page
        .getByRole('radiogroup', { name: people.filter })
        .getByRole('radio', { checked: true })
        .innerText(),
    activeName: async () =>
      grid.locator('[role="row"][data-active="true"]').getByRole('link').innerText(),
    open: (name) => grid.getByRole('link', { name, exact: true }).first().click(),
    register: async (fields) => {
      await page.getByRole('button', { name: people.new }).click();
      await fillNewPerson(dialog, fields, texts);
      await dialog.getByRole('button', { name: register.submit, exact: true }).click();
    },
    dialog,
    headCount: (words) => page.locator('header').getByText(words, { exact: true }),
    columns: async () => {
      const headings = await grid.getByRole('columnheader').allInnerTexts();
      return headings.map((heading) => heading.split(/\s(?=[A-Z]{3}$)/)[0] ?? '').slice(1);
    },
    savedViews: page.getByRole('navigation', { name: lists.views }),
    bulk: page.getByRole('toolbar', { name: bulk.bar }),
    chosenNames: () =>
      grid.locator('[role="row"][aria-selected="true"]').getByRole('link').allInnerTexts(),
    choose: (name) =>
      grid
        .getByRole('checkbox', { name: bulk.choose.replace('{{name}}', name), exact: true })
        .first()
        .click(),
  };
};
