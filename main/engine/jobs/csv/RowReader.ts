import type { Separator } from '../../../../shared/imports/reading.ts';
import { createRowDraft, type RawRow } from './RowDraft.ts';

/**
 * Reads rows out of a text that comes in pieces. The grammar is that of RFC 4180, with any of the
 * usual separators and line ends; line breaks within quotes are part of their cell.
 *
 * Our own, and not the csv-parse package: that one loses the rows behind one that is too long, holds
 * all that follows an unclosed quote in memory, and counts a CRLF within quotes as two lines. It
 * serves as the second opinion in the tests.
 */
export interface RowReader {
  /** The rows that this piece of the text completes. Empty lines are no rows. */
  readonly push: (text: string) => readonly RawRow[];
  /** The last row, when the text does not end with a line end. */
  readonly end: () => readonly RawRow[];
}

const NUL = 0;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** `closing`: behind a quote that either ends the cell or is the first of two. `skipping`: to the line's end. */
type State = 'cellStart' | 'plain' | 'quoted' | 'closing' | 'skipping';

const endsLine = (code: number): boolean => code === LF || code === CR;

/** The state behind a character. What ends a cell or a row leads to `cellStart`. */
const next = (state: State, code: number, separator: number): State => {
  switch (state) {
    case 'cellStart':
      if (code === QUOTE) return 'quoted';
      return code === separator || endsLine(code) ? 'cellStart' : 'plain';
    case 'plain':
      if (code === QUOTE) return 'skipping';
      return code === separator || endsLine(code) ? 'cellStart' : 'plain';
    case 'quoted':
      return code === QUOTE ? 'closing' : 'quoted';
    case 'closing':
      if (code === QUOTE) return 'quoted';
      return code === separator || endsLine(code) ? 'cellStart' : 'skipping';
    case 'skipping':
      // What is quoted behind a misplaced quote cannot be told: going on with the next line loses least.
      return endsLine(code) ? 'cellStart' : 'skipping';
  }
};

/** Makes a reader for a file with this separator. */
export const createRowReader = (separator: Separator): RowReader => {
  const separatorCode = separator.charCodeAt(0);
  const draft = createRowDraft();
  let state: State = 'cellStart';
  let line = 1;
  let openedInLine = 1;
  let afterCr = false;

  const endLine = (before: State, rows: RawRow[]): void => {
    if (before !== 'cellStart' || !draft.isEmpty()) {
      draft.endCell();
      rows.push(draft.endRow(line));
    }
    line += 1;
    draft.beginInLine(line);
  };

  const enter = (before: State, code: number, rows: RawRow[]): void => {
    // The LF of a CRLF belongs to the line that its CR ended.
    const isNewLine = code === CR || (code === LF && !afterCr);
    if (state === 'cellStart') {
      if (code === separatorCode) draft.endCell();
      else if (isNewLine) endLine(before, rows);
    } else if (state === 'quoted') {
      if (before === 'cellStart') openedInLine = line;
      else if (isNewLine) line += 1;
    } else if (state === 'skipping' && before !== 'skipping') draft.misplacedQuote();
    if (code === NUL) draft.nulCharacter();
  };

  return {
    push: (text) => {
      const rows: RawRow[] = [];
      let from = 0;
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        const before = state;
        state = next(before, code, separatorCode);
        if (before !== state) {
          if (before === 'plain' || before === 'quoted') draft.append(text, from, index);
          // The quote that opens is no part of the cell; of two quotes the second one is.
          from = before === 'cellStart' && state === 'quoted' ? index + 1 : index;
        }
        enter(before, code, rows);
        afterCr = code === CR;
      }
      if (state === 'plain' || state === 'quoted') draft.append(text, from, text.length);
      return rows;
    },
    end: () => {
      if (state === 'quoted') draft.unclosedQuote(openedInLine);
      if (state === 'cellStart' && draft.isEmpty()) return [];
      draft.endCell();
      return [draft.endRow(line)];
    },
  };
};
