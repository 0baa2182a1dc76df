import type { Download, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { textsOf, type ShownTexts } from './texts.ts';

export interface DownloadedFile {
  readonly name: string;
  readonly text: string;
}

/** Where files go in and out. */
export interface ExchangePage {
  readonly whenShown: () => Promise<void>;
  /** Exports and gives what the browser was given. */
  readonly export: (what: 'people' | 'entries' | 'log') => Promise<DownloadedFile>;
  readonly exportList: () => Promise<DownloadedFile>;
  /** Exports the people who are chosen in the list. */
  readonly exportChosen: () => Promise<DownloadedFile>;
  /** Saves an example of a file to bring in. */
  readonly example: (kind: 'people' | 'entries') => Promise<DownloadedFile>;
  readonly openPersonal: () => Promise<void>;
  /** What it says of the last export. */
  readonly outcome: Locator;
}

const read = async (download: Download): Promise<DownloadedFile> => ({
  name: download.suggestedFilename(),
  text: readFileSync(await download.path(), 'utf8'),
});

export const createExchangePage = (
  page: Page,
  { exchange, bulk, imports }: ShownTexts = textsOf.en,
): ExchangePage => {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const downloadBy = async (pressed: Locator): Promise<DownloadedFile> => {
    const [download] = await Promise.all([page.waitForEvent('download'), pressed.click()]);
    return read(download);
  };
  return {
    whenShown: () =>
      page.getByRole('heading', { level: 1, name: exchange.title, exact: true }).waitFor(),
    export: (what) => downloadBy(button(exchange.export[what])),
    exportList: () => downloadBy(button(exchange.list)),
    exportChosen: () => downloadBy(button(bulk.export)),
    example: (kind) =>
      downloadBy(
        page
          .getByRole('region', { name: imports.title, exact: true })
          .getByRole('button', { name: imports.kinds[kind], exact: true }),
      ),
    openPersonal: () => page.getByRole('radio', { name: exchange.with, exact: true }).click(),
    outcome: page
      .getByRole('main')
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: exchange.exportTitle, exact: true }) })
      .getByRole('note'),
  };
};
