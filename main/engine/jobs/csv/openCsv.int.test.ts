import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCsv } from './openCsv.ts';
import { fileOf, folder, read, readOpen, refusal, values } from './openCsvUnderTest.ts';

describe('separators', () => {
  test.each([
    ['Id;Name, or not;City\n1;a,b;c\n', ';', ['Id', 'Name, or not', 'City']],
    ['Id\tName\n1\ta,b\n', '\t', ['Id', 'Name']],
    ['"Id;x;y",Name\n1,a\n', ',', ['Id;x;y', 'Name']],
    ['Name\na\n', ',', ['Name']],
    ['Id|Name\n1|a\n', '|', ['Id', 'Name']],
    ['\r\n\r\nId;Name\r\n1;a\r\n', ';', ['Id', 'Name']],
  ])('%j', async (content, separator, header) => {
    const reading = await read(content);
    expect([reading.separator, reading.header]).toEqual([separator, header]);
  });
});

describe('headers', () => {
  test('names are trimmed; columns without a name are not there', async () => {
    const reading = await read(' Id , Name,,\n1,a,x,y\n');
    expect(reading.header).toEqual(['Id', 'Name']);
    expect(values(reading)).toEqual([{ Id: '1', Name: 'a' }]);
  });

  test('a column may have the name of a part of every object', async () => {
    const { rows } = await read('__proto__,constructor\n1,2\n');
    const cells = rows[0]?.kind === 'cells' ? rows[0].cells : {};
    expect(Object.entries(cells)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect('toString' in cells).toBe(false);
  });

  test.each([
    ['', 'FileEmpty'],
    ['\uFEFF', 'FileEmpty'],
    ['\n\r\n\n', 'FileEmpty'],
    [' , ,\r\n,,\r\nId,Name,\r\n', 'HeaderEmpty'],
    ['a,b,a\n1,2,3\n', 'DuplicateColumn'],
    [`${'x,'.repeat(1000)}x\n`, 'TooManyColumns'],
    ['a,"b\n1,2\n', 'HeaderUnreadable'],
    ['x'.repeat(10_000_000), 'HeaderUnreadable'],
    ['\0\u0001,a\n', 'FileUnreadable'],
    ['PK\u0003\u0004\0\0,a\n', 'FileIsNoCsv'],
  ])('%#', async (content, type) => {
    expect(await refusal(fileOf(content))).toMatchObject({ type });
  });

  test('a thousand columns are not too many', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `c${index}`).join(',');
    const reading = await read(`${names}\n${names}\n`);
    expect(Object.keys(values(reading)[0] as object)).toHaveLength(1000);
  });
});

describe('rows', () => {
  test('another number of cells than the header', async () => {
    const reading = await read('a,b\n1\n1,2,3\n1,2\n"1\n",2,3,4\n');
    expect(reading.rows.map((row) => [row.line, row.kind === 'cells' ? null : row.error])).toEqual([
      [2, { type: 'CellsDoNotMatchHeader', expected: 2, found: 1 }],
      [3, { type: 'CellsDoNotMatchHeader', expected: 2, found: 3 }],
      [4, null],
      [5, { type: 'CellsDoNotMatchHeader', expected: 2, found: 4, untilLine: 6 }],
    ]);
  });

  test('faults name their column as the header does', async () => {
    expect(values(await read('a,,c\n1,2" x,3\n1,2,3" x\n'))).toEqual([
      { type: 'QuoteMisplaced', column: '2' },
      { type: 'QuoteMisplaced', column: 'c' },
    ]);
  });
});

test('a file that is cut while it is read fails there, and the row in which it was cut is none', async () => {
  const row = 'Ada,1200.00\n';
  const file = fileOf(`Name,Amount\n${row.repeat(20_000)}`);
  const csv = await openCsv(file);
  if (!csv.ok) throw new Error(csv.error.type);
  truncateSync(file, 12 + 10_000 * row.length - 4);
  await expect(readOpen(csv.value)).rejects.toThrow('cutOff');
  await csv.value.close();
  const whole = await openCsv(file);
  if (!whole.ok) throw new Error(whole.error.type);
  expect((await readOpen(whole.value)).rows).toHaveLength(10_000);
});

describe('memory', () => {
  test('a first line without an end is not held', async () => {
    const file = path.join(folder, 'endless.csv');
    const descriptor = openSync(file, 'w');
    const megabyte = 'x'.repeat(1_048_576);
    for (let index = 0; index < 100; index += 1) writeSync(descriptor, megabyte);
    closeSync(descriptor);
    const before = process.memoryUsage().rss;
    expect(await refusal(file)).toMatchObject({ type: 'HeaderUnreadable' });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
  });

  test('cells of many megabytes, closed or not, are never held', async () => {
    const file = path.join(folder, 'huge.csv');
    const descriptor = openSync(file, 'w');
    const megabyte = 'x\n'.repeat(524_288);
    writeSync(descriptor, 'a,b\n1,"');
    for (let index = 0; index < 10; index += 1) writeSync(descriptor, megabyte);
    writeSync(descriptor, '"\n2,y\n3,"');
    for (let index = 0; index < 100; index += 1) writeSync(descriptor, megabyte);
    closeSync(descriptor);

    const before = process.memoryUsage().rss;
    const csv = await openCsv(file);
    if (!csv.ok) throw new Error(csv.error.type);
    const { rows } = await readOpen(csv.value);
    expect(rows.map((row) => [row.line, row.kind === 'cells' ? null : row.error])).toEqual([
      [2, { type: 'CellTooLong', column: 'b', limit: 65_536, untilLine: 5_242_882 }],
      [5_242_883, null],
      [
        5_242_884,
        {
          type: 'QuoteNotClosed',
          column: 'b',
          openedInLine: 5_242_884,
          untilLine: 5_242_884 + 52_428_800,
        },
      ],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
  });
});
