import type { Locator, Page } from 'playwright-core';
import type { ShownTexts } from './texts.ts';

/** The statement of a period as it is laid out for a printer. */
export interface StatementPage {
  /** From a person's account, with the days as they are typed. */
  readonly open: (days?: { readonly from?: string; readonly to?: string }) => Promise<void>;
  readonly sheet: Locator;
  readonly dialog: Locator;
  /** The lines, cell by cell: opening balance, entries, total, closing balance. */
  readonly lines: () => Promise<readonly (readonly string[])[]>;
  /** What the sheet says of itself: period, currency, day. */
  readonly facts: () => Promise<readonly string[]>;
  readonly print: Locator;
}

export const createStatementPage = (page: Page, { printed }: ShownTexts): StatementPage => {
  const sheet = page.getByRole('article', { name: printed.title });
  const dialog = page.getByRole('dialog', { name: printed.periodTitle });
  return {
    open: async ({ from = '', to = '' } = {}) => {
      await page.getByRole('button', { name: printed.open, exact: true }).click();
      await dialog.getByLabel(printed.from, { exact: true }).fill(from);
      await dialog.getByLabel(printed.to, { exact: true }).fill(to);
      await dialog.getByRole('button', { name: printed.show, exact: true }).click();
      await sheet.waitFor();
    },
    sheet,
    dialog,
    lines: () =>
      sheet
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
        ),
    facts: () => sheet.locator('dd').allInnerTexts(),
    print: page.getByRole('button', { name: printed.print, exact: true }),
  };
};
