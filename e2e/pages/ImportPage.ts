import type { Locator, Page } from 'playwright-core';
import { dropFiles } from './dropFiles.ts';
import { textsOf, type ShownTexts } from './texts.ts';

/** A file as it is given to the window. */
export interface GivenFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Bringing in a file. */
export interface ImportPage {
  readonly whenShown: () => Promise<void>;
  readonly chooseButton: Locator;
  /** Chooses a file of this machine, or one with this content. */
  readonly choose: (file: string | GivenFile) => Promise<void>;
  /** Chooses a file of this machine as its own dialog would, which the desktop asks for its path. */
  readonly chooseOfSystem: (file: string) => Promise<void>;
  /** Drops files or folders of this machine at the place for one, as its file manager would. */
  readonly drop: (...paths: readonly string[]) => Promise<void>;
  /** Waits until the file is read and its columns can be mapped. */
  readonly whenMapped: () => Promise<void>;
  /** Chooses a file and waits until its columns can be mapped. */
  readonly open: (file: string | GivenFile) => Promise<void>;
  /** Leaves the file for another one. */
  readonly leave: () => Promise<void>;
  readonly readAs: (encoding: string) => Promise<void>;
  /** The rows of the file as it was read, header first. */
  readonly fileRows: () => Promise<readonly string[]>;
  /** What the first rows become, one text a row. */
  readonly preview: () => Promise<readonly string[]>;
  /** Says where a field comes from; both as they stand on the screen. */
  readonly set: (field: string, option: string) => Promise<void>;
  readonly setText: (field: string, text: string) => Promise<void>;
  /** The field for the words of a file for a charge or a payment. */
  readonly words: (label: string) => Locator;
  readonly check: () => Promise<void>;
  /** The figures of the report, by their names; waits for them. */
  readonly figures: () => Promise<Readonly<Record<string, string>>>;
  readonly refusedList: Locator;
  readonly filterRefused: (reason: RegExp) => Promise<void>;
  readonly import: () => Promise<void>;
  /** Waits for a sentence. */
  readonly says: (text: string) => Promise<void>;
  readonly press: (button: string) => Promise<void>;
}

export const createImportPage = (page: Page, texts: ShownTexts = textsOf.en): ImportPage => {
  const { imports } = texts;
  const part = page.getByRole('region', { name: imports.title, exact: true });
  const button = (name: string): Locator => part.getByRole('button', { name, exact: true });
  const rowsOf = (table: string): Promise<readonly string[]> =>
    part.getByRole('region', { name: table, exact: true }).getByRole('row').allInnerTexts();
  const pick = async (select: Locator, option: string | RegExp): Promise<void> => {
    await select.click();
    await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
  };
  const select = (label: string): Locator =>
    part.getByRole('button', {
      name: new RegExp(`${label.replaceAll(/[^\p{L}\p{N} ]/gu, '.')}$`, 'u'),
    });
  const choose: ImportPage['choose'] = (file) =>
    part
      .locator('input[type="file"]')
      .setInputFiles(
        typeof file === 'string'
          ? file
          : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) },
      );
  const whenMapped = (): Promise<void> =>
    part.getByRole('heading', { level: 3, name: imports.map.title }).waitFor();
  return {
    whenShown: () => part.getByRole('heading', { level: 2, name: imports.title }).waitFor(),
    chooseButton: button(imports.choose.button),
    choose,
    // Playwright would hand a copy over to a browser that it has not started itself.
    chooseOfSystem: async (file) => {
      await part.locator('input[type="file"]').waitFor({ state: 'attached' });
      const tools = await page.context().newCDPSession(page);
      const { root } = await tools.send('DOM.getDocument');
      const field = await tools.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: 'input[type="file"]',
      });
      await tools.send('DOM.setFileInputFiles', { files: [file], nodeId: field.nodeId });
      await tools.detach();
    },
    drop: async (...paths) => {
      await dropFiles(page, part.getByText(imports.choose.drop, { exact: true }), paths);
    },
    whenMapped,
    open: async (file) => {
      await choose(file);
      await whenMapped();
    },
    leave: () => button(imports.file.other).click(),
    readAs: (encoding) => pick(select(imports.reading.encoding), encoding),
    fileRows: () => rowsOf(imports.reading.rows),
    preview: () => rowsOf(imports.preview.title),
    set: (field, option) => pick(select(field), option),
    setText: (field, text) =>
      part
        .getByLabel(imports.map.textLabel.replace('{{field}}', field), { exact: true })
        .fill(text),
    words: (label) => part.getByLabel(label, { exact: true }),
    check: () => button(imports.check.start).click(),
    figures: async () => {
      const list = part.locator('dl');
      await list.waitFor();
      const [names, values] = await Promise.all([
        list.locator('dt').allInnerTexts(),
        list.locator('dd').allInnerTexts(),
      ]);
      return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
    },
    refusedList: part.getByRole('grid', { name: imports.report.refusedTitle }),
    filterRefused: (reason) => pick(select(imports.report.reason), reason),
    import: () => part.getByRole('button', { name: /^Import [\d,]+ rows?$|행 가져오기$/u }).click(),
    says: (text) => part.getByText(text, { exact: true }).waitFor(),
    press: (name) => button(name).click(),
  };
};
