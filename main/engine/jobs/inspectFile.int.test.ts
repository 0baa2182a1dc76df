import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReadAs } from '../../../shared/imports/reading.ts';
import type { FileInspection } from '../../../shared/protocol/importing.ts';
import { inspectFile } from './inspectFile.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-inspect-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inspect = (content: string | Uint8Array, readAs?: ReadAs) => {
  const file = path.join(folder, 'some.csv');
  writeFileSync(file, content);
  return inspectFile(file, readAs);
};

const inspected = async (...args: Parameters<typeof inspect>): Promise<FileInspection> => {
  const inspection = await inspect(...args);
  if (!inspection.ok) throw new Error(inspection.error.type);
  return inspection.value;
};

describe('the first part of a file', () => {
  test('tells what is in it', async () => {
    expect(await inspected('Id;Name;\n1;Zoë;x\n2;"a;b";\n')).toEqual({
      size: 27,
      readAs: { encoding: 'utf-8', separator: ';' },
      isSure: { encoding: true, separator: true },
      header: ['Id', 'Name'],
      unnamedColumns: 1,
      rows: [
        { line: 2, cells: ['1', 'Zoë'] },
        { line: 3, cells: ['2', 'a;b'] },
      ],
      rowCount: { about: 2, isExact: true },
      faults: [],
    });
  });

  test('names what will be refused as it stands', async () => {
    const { rows, faults } = await inspected('a,b\n1\n1,2\n1,2,3\n1,x"y"\n1,"open\n');
    expect(rows.map(({ line, error }) => [line, error?.type])).toEqual([
      [2, 'CellsDoNotMatchHeader'],
      [3, undefined],
      [4, 'CellsDoNotMatchHeader'],
      [5, 'QuoteMisplaced'],
      [6, 'QuoteNotClosed'],
    ]);
    expect(faults).toEqual([
      { reason: 'CellsDoNotMatchHeader', count: 2, line: 2 },
      { reason: 'QuoteMisplaced', count: 1, line: 5 },
      { reason: 'QuoteNotClosed', count: 1, line: 6 },
    ]);
  });

  test('is read as it is said', async () => {
    const korean = Buffer.from('c0ccb8a73bc0fcc8ad0ab1e8b9cebcf63b3031300a', 'hex');
    expect(await inspected(korean)).toMatchObject({
      readAs: { encoding: 'euc-kr', separator: ';' },
      header: ['이름', '전화'],
    });
    expect(await inspected(korean, { encoding: 'windows-1252', separator: ',' })).toMatchObject({
      readAs: { encoding: 'windows-1252', separator: ',' },
      header: ['ÀÌ¸§;ÀüÈ\u00AD'],
    });
    expect(await inspect(korean, { encoding: 'utf-8' })).toMatchObject({
      error: { type: 'FileUnreadable', reason: 'notText' },
    });
    expect((await inspected('a;b,c\n1;2,3\n')).isSure.separator).toBe(false);
  });

  test('with a header alone has no rows; without one it is empty', async () => {
    expect(await inspected('Id,Name')).toMatchObject({ rows: [], rowCount: { about: 0 } });
    expect(await inspect('\n\n')).toMatchObject({ error: { type: 'FileEmpty' } });
  });

  test('is all that is read of a long file', async () => {
    const row = `${'x'.repeat(98)},\n`;
    const { rows, rowCount } = await inspected(`a,b\n${row.repeat(200_000)}`);
    expect(rows).toHaveLength(20);
    expect(rowCount.isExact).toBe(false);
    expect(rowCount.about).toBeGreaterThan(195_000);
    expect(rowCount.about).toBeLessThan(205_000);
  });

  test('is shown as far as somebody can read it', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `c${index}`).join(',');
    const wide = Array.from({ length: 1000 }, () => '😀'.repeat(500)).join(',');
    const { rows } = await inspected(`${names}\n${`${wide}\n`.repeat(20)}`);
    const shown = rows.flatMap(({ cells }) => cells);
    expect(rows.length).toBeLessThan(5);
    expect(shown.every((cell) => cell.length <= 121 && cell.isWellFormed())).toBe(true);
  });
});
