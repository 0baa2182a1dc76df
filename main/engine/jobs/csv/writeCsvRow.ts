/** The mark by which spreadsheets know UTF-8. It stands before the header. */
export const byteOrderMark = '\uFEFF';

const quoted = /[",\r\n]|^\s|\s$/u;

const writeCell = (text: string): string =>
  quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One row with its line end. **Source:** RFC 4180, with a comma between the cells. */
export const writeCsvRow = (cells: readonly string[]): string =>
  `${cells.map(writeCell).join(',')}\r\n`;
