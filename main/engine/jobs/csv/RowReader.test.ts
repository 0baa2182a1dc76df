import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_CELL, MAX_COLUMNS, MAX_ROW, type RawRow } from './RowDraft.ts';
import type { Separator } from '../../../../shared/imports/reading.ts';
import { createRowReader } from './RowReader.ts';

const readAll = (text: string, separator: Separator = ',', pieces: number[] = []): RawRow[] => {
  const reader = createRowReader(separator);
  const rows: RawRow[] = [];
  let from = 0;
  for (const length of pieces) {
    rows.push(...reader.push(text.slice(from, from + length)));
    from += length;
  }
  return [...rows, ...reader.push(text.slice(from)), ...reader.end()];
};

const cells = (text: string, separator?: Separator): (readonly string[])[] =>
  readAll(text, separator).map((row) => row.cells);

const faults = (text: string): [number, number, string | null][] =>
  readAll(text).map((row) => [row.line, row.lastLine, row.fault?.type ?? null]);

describe('cells', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a ""b"" c",""\n', [['a "b" c', '']]],
    ['"one, two","three\nfour"\n', [['one, two', 'three\nfour']]],
    ['"x\r\ny",z\r\n', [['x\r\ny', 'z']]],
    [',,\n', [['', '', '']]],
    ['a,', [['a', '']]],
    ['\n\n  \na\n\n', [['  '], ['a']]],
    ['""', [['']]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('other separators leave the comma alone', () => {
    expect(cells('a,b;"c;d"\n', ';')).toEqual([['a,b', 'c;d']]);
    expect(cells('a,b\tc\n', '\t')).toEqual([['a,b', 'c']]);
  });
});

describe('lines', () => {
  test('a row stands in its first line, whatever the line ends are', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a', '', '"x', 'y', '', 'z"', 'b', ''].join(end);
      expect(readAll(text).map((row) => [row.line, row.lastLine])).toEqual([
        [1, 1],
        [3, 6],
        [7, 7],
      ]);
    }
  });
});

describe('faults', () => {
  test('a quote within a plain cell costs that row only', () => {
    expect(faults('a,b\n5" pipe,"x"\n1,2\n')).toEqual([
      [1, 1, null],
      [2, 2, 'QuoteMisplaced'],
      [3, 3, null],
    ]);
  });

  test('text behind a closing quote', () => {
    expect(faults('"he said "hi"",x\n1,2\n')).toEqual([
      [1, 1, 'QuoteMisplaced'],
      [2, 2, null],
    ]);
  });

  test('a quote that is never closed says where it was opened', () => {
    expect(readAll('a,b\n1,2\n3,4\n5,"x\ny\nz').at(-1)).toMatchObject({
      line: 4,
      lastLine: 6,
      fault: { type: 'QuoteNotClosed', column: 2, openedInLine: 4 },
    });
    expect(readAll('"a\nb","c\nd').at(-1)?.fault).toEqual({
      type: 'QuoteNotClosed',
      column: 2,
      openedInLine: 2,
    });
  });

  test('a quote that is never closed wins over what it led to', () => {
    expect(faults(`a\n"${'x'.repeat(MAX_CELL + 1)}`)).toEqual([
      [1, 1, null],
      [2, 2, 'QuoteNotClosed'],
    ]);
  });

  test('a cell at the limit is read and one above it is not; the rows behind it are', () => {
    const text = (length: number): string => `a,"${'x'.repeat(length)}"\n1,2\n`;
    expect(faults(text(MAX_CELL)).map((row) => row[2])).toEqual([null, null]);
    expect(readAll(text(MAX_CELL + 1))).toMatchObject([
      { cells: [], fault: { type: 'CellTooLong', column: 2, limit: MAX_CELL } },
      { cells: ['1', '2'], fault: null },
    ]);
  });

  test('the first fault of a row stays, whatever comes behind it', () => {
    expect(readAll('\0,b"c\n"a"b\0\n').map((row) => row.fault)).toEqual([
      { type: 'NulCharacter', column: 1 },
      { type: 'QuoteMisplaced', column: 1 },
    ]);
    const pieces = Array.from({ length: 2 * (MAX_ROW / MAX_CELL) }, () => MAX_CELL);
    expect(readAll('x'.repeat(2 * MAX_ROW), ',', pieces)).toMatchObject([
      { cells: [], fault: { type: 'CellTooLong', column: 1, limit: MAX_CELL } },
    ]);
  });

  test('many long cells make a row too long', () => {
    const wide = `${'x'.repeat(MAX_CELL)},`.repeat(MAX_ROW / MAX_CELL);
    expect(faults(`${wide}\n${wide}y\nz\n`).map((row) => row[2])).toEqual([
      null,
      'RowTooLong',
      null,
    ]);
  });

  test('NUL characters', () => {
    expect(readAll('a,b\0\n"\0",x\n1,2\n').map((row) => row.fault)).toEqual([
      { type: 'NulCharacter', column: 2 },
      { type: 'NulCharacter', column: 1 },
      null,
    ]);
  });

  test('of too many cells only so many are kept, and all are counted', () => {
    const [row] = readAll('x,'.repeat(5000));
    expect([row?.found, row?.cells.length]).toEqual([5001, MAX_COLUMNS]);
  });
});

/** Text that is mostly made of what the grammar cares about. */
const csvText = fc
  .array(fc.constantFrom('a', 'bc', ',', ',', '"', '""', '\n', '\n', '\r\n', 'é', '\u{1f600}'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

const wellFormed = fc
  .array(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 2, maxLength: 4 }), {
    maxLength: 6,
  })
  .map((rows) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );

describe('properties', () => {
  test('it does not matter where the text is cut into pieces', () => {
    fc.assert(
      fc.property(csvText, fc.array(fc.nat(5), { maxLength: 20 }), (text, pieces) => {
        expect(readAll(text, ',', pieces)).toEqual(readAll(text));
      }),
    );
  });

  const secondOpinion = (text: string): readonly (readonly string[])[] | 'malformed' => {
    try {
      return parse(text, {
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      });
    } catch {
      return 'malformed';
    }
  };

  const ours = (text: string): ReturnType<typeof secondOpinion> => {
    const rows = readAll(text);
    return rows.some((row) => row.fault !== null) ? 'malformed' : rows.map((row) => row.cells);
  };

  test('csv-parse finds the same cells, and fault with the same texts', () => {
    let wellFormedTexts = 0;
    fc.assert(
      fc.property(fc.oneof(csvText, wellFormed), (text) => {
        fc.pre(!text.includes('\0'));
        const theirs = secondOpinion(text);
        if (theirs !== 'malformed') wellFormedTexts += 1;
        expect(ours(text)).toEqual(theirs);
      }),
      { numRuns: 2000 },
    );
    expect(wellFormedTexts).toBeGreaterThan(500);
  });
});
