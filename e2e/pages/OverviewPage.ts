import type { Locator, Page } from 'playwright-core';
import { textsOf, type ShownTexts } from './texts.ts';

export type ShownFigure =
  | 'owed'
  | 'people'
  | 'archived'
  | 'erased'
  | 'owing'
  | 'inCredit'
  | 'paidAhead'
  | 'exhausted'
  | 'overLimit';

/** The figures of the whole daybook. */
export interface OverviewPage {
  readonly whenShown: () => Promise<void>;
  readonly figure: (figure: ShownFigure) => Promise<string>;
  /** Opens the list behind a figure. */
  readonly follow: (figure: ShownFigure) => Promise<void>;
  /** Names of the exhausted accounts, in their order. */
  readonly exhausted: () => Promise<readonly string[]>;
  readonly chart: Locator;
  /** Shows the activity as a chart or a table, by its name. */
  readonly show: (shape: string) => Promise<void>;
  readonly span: (days: '30' | '90' | '365') => Promise<void>;
  /** The lines of the table of days, as they are read. */
  readonly days: () => Promise<readonly { readonly day: string; readonly entries: string }[]>;
  readonly openDay: (day: string) => Promise<void>;
}

export const createOverviewPage = (page: Page, texts: ShownTexts = textsOf.en): OverviewPage => {
  const { overview, activity } = texts;
  const figures = page
    .getByRole('list', { name: overview.title })
    .and(page.locator('[aria-busy="false"]'));
  const table = page.getByRole('table', { name: activity.title });
  const link = (figure: ShownFigure) =>
    figures.getByRole('link').filter({ hasText: overview[figure] });
  return {
    whenShown: () => page.getByRole('heading', { level: 1, name: overview.title }).waitFor(),
    figure: async (figure) => {
      const text = await link(figure).innerText();
      return text.replace(overview[figure], '').trim();
    },
    follow: (figure) => link(figure).click(),
    exhausted: () =>
      page
        .getByRole('table', { name: overview.exhausted })
        .locator('tbody tr td:first-child')
        .allInnerTexts(),
    chart: page.getByRole('img').filter({ has: page.locator('canvas') }),
    show: (shape) =>
      page
        .getByRole('radiogroup', { name: activity.shape })
        .getByRole('radio', { name: shape, exact: true })
        .click(),
    span: (days) =>
      page
        .getByRole('radiogroup', { name: activity.span })
        .getByRole('radio', { name: activity.days_other.replace('{{count, number}}', days) })
        .click(),
    days: async () => {
      await table.waitFor();
      return table.locator('tbody tr').evaluateAll((lines) =>
        lines.map((line) => ({
          day: line.querySelector('th')?.textContent ?? '',
          entries: line.querySelector('td')?.textContent ?? '',
        })),
      );
    },
    openDay: (day) => table.getByRole('link', { name: day, exact: true }).click(),
  };
};
