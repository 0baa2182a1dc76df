import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CsvRow } from './CsvRow.ts';
import { openCsv, type CsvFile, type CsvFileRefusal, type CsvOptions } from './openCsv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const fileOf = (content: string | Uint8Array): string => {
  count += 1;
  const file = path.join(folder, `${count}.csv`);
  writeFileSync(file, content);
  return file;
};

interface Reading extends Pick<CsvFile, 'header'> {
  readonly encoding: string;
  readonly separator: string;
  readonly rows: readonly CsvRow[];
}

const readOpen = async (csv: CsvFile): Promise<Reading> => {
  const rows: CsvRow[] = [];
  for (;;) {
    const piece = await csv.readRows();
    if (!piece.ok) throw new Error(piece.error.reason);
    if (piece.value === null) break;
    rows.push(...piece.value);
  }
  await csv.close();
  const { encoding, separator, header } = csv;
  return { encoding: encoding.name, separator: separator.separator, header, rows };
};

const read = async (content: string | Uint8Array, options?: CsvOptions): Promise<Reading> => {
  const csv = await openCsv(fileOf(content), options);
  if (!csv.ok) throw new Error(csv.error.type);
  return readOpen(csv.value);
};

const refusal = async (file: string): Promise<CsvFileRefusal> => {
  const csv = await openCsv(file);
  if (csv.ok) throw new Error('it opened');
  return csv.error;
};

const values = (reading: Reading): unknown[] =>
  reading.rows.map((row) => (row.kind === 'cells' ? { ...row.cells } : row.error));

const text = 'Id,Name\r\n1,Zoë\r\n2,"Łódź, 서울"\r\n';
const bigEndian = (content: string): Uint8Array =>
  Buffer.from(`\uFEFF${content}`, 'utf16le').swap16();

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 little endian', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian', bigEndian(text), 'utf-16be'],
  ])('%s', async (_name, bytes, encoding) => {
    const reading = await read(bytes);
    expect(reading.encoding).toBe(encoding);
    expect(reading.header).toEqual(['Id', 'Name']);
    expect(values(reading)).toEqual([
      { Id: '1', Name: 'Zoë' },
      { Id: '2', Name: 'Łódź, 서울' },
    ]);
  });

  test('what is no UTF-8 is windows-1252, even when only the last byte says so', async () => {
    const reading = await read(
      Buffer.concat([Buffer.from(`Name\n${'Anna\n'.repeat(100_000)}`), Buffer.from([0x80, 0xe9])]),
    );
    expect(reading.encoding).toBe('windows-1252');
    expect(values(reading).at(-1)).toEqual({ Name: '€é' });
  });

  // 이름;전화 and 김민수;010 in the code page of Korean Windows.
  const korean = Buffer.from('c0ccb8a73bc0fcc8ad0ab1e8b9cebcf63b3031300a', 'hex');

  test('Korean of before Unicode is told from western letters', async () => {
    const reading = await read(korean);
    expect(reading.encoding).toBe('euc-kr');
    expect(values(reading)).toEqual([{ 이름: '김민수', 전화: '010' }]);
    const western = await read(Buffer.from('Name;Straße\nJörg Ähnlich;Übergasse 5ÄÖ\n', 'latin1'));
    expect(western.encoding).toBe('windows-1252');
  });

  test('UTF-16 is found without its mark', async () => {
    const reading = await read(Buffer.from(text, 'utf16le'));
    expect([reading.encoding, values(reading)[0]]).toEqual(['utf-16le', { Id: '1', Name: 'Zoë' }]);
  });

  test('what is said of a file goes before what was found', async () => {
    const western = await read(korean, { readAs: { encoding: 'windows-1252' } });
    expect(western.header).toEqual(['ÀÌ¸§', 'ÀüÈ\u00AD']);
    const commas = await read('a;b,c\n1;2,3\n', { readAs: { separator: ',' } });
    expect(commas.header).toEqual(['a;b', 'c']);
    const marked = await read('\uFEFFa,b\n1,2\n', { readAs: { encoding: 'utf-8' } });
    expect(marked.header).toEqual(['a', 'b']);
  });

  test('a bound on what is read to find it out leaves the rest to the reading', async () => {
    const late = Buffer.concat([Buffer.from(`Name\n${'Anna\n'.repeat(4)}`), Buffer.from([0xe9])]);
    expect((await openCsv(fileOf(late), { mostBytes: 8 })).ok).toBe(true);
    await expect(read(late, { mostBytes: 8 })).rejects.toThrow('notText');
  });

  test('characters are whole where two pieces of the file meet', async () => {
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const names = `${shift}${'😀'.repeat(15_000)}`;
      const reading = await read(`Name\n${names}\n${names}\n`);
      expect(values(reading)).toEqual([{ Name: names }, { Name: names }]);
    }
  });

  test('a mark that lies is found out', async () => {
    const latin1 = Buffer.concat([Buffer.from('\uFEFFa\n'), Buffer.from([0xe9, 0x0a])]);
    expect(await refusal(fileOf(latin1))).toMatchObject({ reason: 'notText' });
  });

  test('a file that ends within a character fails there, and the rows before it are read', async () => {
    const odd = Buffer.concat([Buffer.from('\uFEFFa\nb\n', 'utf16le'), Buffer.from([0x41])]);
    const csv = await openCsv(fileOf(odd));
    if (!csv.ok) throw new Error(csv.error.type);
    expect(await csv.value.readRows()).toMatchObject({ ok: true, value: [{ cells: { a: 'b' } }] });
    expect(await csv.value.readRows()).toMatchObject({ ok: false, error: { reason: 'notText' } });
    await csv.value.close();
  });
});

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

describe('files that are none', () => {
  test.each([
    ['PK\u0003\u0004 [Content_Types].xml xl/workbook.xml', 'excel'],
    ['PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'openDocument'],
    ['PK\u0003\u0004 Index/Document.iwa', 'numbers'],
    ['PK\u0003\u0004 holiday.jpg', 'archive'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'excel'],
    ['%PDF-1.7', 'pdf'],
    ['{\\rtf1 a', 'richText'],
    ['  <!DOCTYPE html><table>', 'webPage'],
    ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'picture'],
    ['\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF', 'picture'],
    ['RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'picture'],
    ['\0\0\0\u0018ftypheic', 'picture'],
    ['7z\u00bc\u00af\u0027\u001c', 'archive'],
    ['SQLite format 3\0\u0010\0\u0001\u0001\0@  \0\0\0\u0005\0\0\0\u0002', 'binary'],
    [
      Array.from({ length: 4096 }, (_, at) => String.fromCharCode((at * 89) % 256)).join(''),
      'binary',
    ],
  ])('%# is recognised', async (content, format) => {
    const file = fileOf(Buffer.from(content, 'latin1'));
    expect(await refusal(file)).toEqual({ type: 'FileIsNoCsv', format });
  });

  test('some control characters make no file of another program', async () => {
    const slips = `a,b\n${'\u0001,\0\n'.repeat(4)}${'1,2\n'.repeat(100)}`;
    expect((await read(slips)).header).toEqual(['a', 'b']);
  });

  test('whoever says how it is encoded has it read so', async () => {
    const korean = Buffer.from(`이름,전화\r\n${'김민수,010\r\n'.repeat(50)}`, 'utf16le');
    expect((await read(korean, { readAs: { encoding: 'utf-16le' } })).header).toEqual([
      '이름',
      '전화',
    ]);
  });

  test('a folder, a pipe, and nothing at all', async () => {
    const inside = path.join(folder, 'inside');
    mkdirSync(inside);
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await refusal(inside)).toMatchObject({ type: 'FileUnreadable', reason: 'notAFile' });
    expect(await refusal(pipe)).toMatchObject({ type: 'FileUnreadable', reason: 'notAFile' });
    expect(await refusal(path.join(folder, 'none'))).toEqual({
      type: 'FileUnreadable',
      file: path.join(folder, 'none'),
      reason: 'ENOENT',
    });
    expect(await refusal('\0')).toMatchObject({ type: 'FileUnreadable' });
  });
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
