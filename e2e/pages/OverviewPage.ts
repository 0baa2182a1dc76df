import type { Page } from 'playwright-core';
import { textsOf, type ShownTexts } from './texts.ts';

export type ShownFigure = 'owed' | 'people' | 'accounts' | 'entries' | 'exhausted' | 'overLimit';

/** The figures of the whole daybook. */
export interface OverviewPage {
  readonly whenShown: () => Promise<void>;
  readonly figure: (figure: ShownFigure) => Promise<string>;
  /** Opens the list behind a figure. */
  readonly follow: (figure: ShownFigure) => Promise<void>;
  /** Names of the exhausted accounts, in their order. */
  readonly exhausted: () => Promise<readonly string[]>;
}

export const createOverviewPage = (page: Page, texts: ShownTexts = textsOf.en): OverviewPage => {
  const { overview } = texts;
  const figures = page.getByRole('list', { name: overview.title });
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
  };
};
