import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadAs } from '../../shared/imports/reading.ts';
import { onlyWindow, type DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';

let scratch = '';
let csv = '';
let service: DaybookService;
let files: HandedFiles;

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'daybook-preview-'));
  csv = path.join(scratch, 'people.csv');
  const home = path.join(scratch, 'home');
  files = createHandedFiles({ folder: path.join(home, '.handed', 'test'), newId: randomUUID });
  service = quickService({ place: createHomePlace(home), files });
  await service.contract['daybook/create']({
    name: 'Shop',
    currency: 'USD',
    passphrase: 'a long enough passphrase',
  });
});
afterEach(async () => {
  await service.close();
  rmSync(scratch, { recursive: true });
});

const named = { details: { reference: '{Id}', name: '{Name}' } };

interface Asked {
  readonly map?: Record<string, unknown>;
  readonly readAs?: ReadAs;
  readonly kind?: string;
}

const preview = (
  content: string | Uint8Array,
  { map = named, readAs, kind = 'people' }: Asked = {},
) => {
  writeFileSync(csv, content);
  const { id } = files.take(onlyWindow, { path: csv, name: 'people.csv', bytes: content.length });
  return service.contract['import/preview']({
    file: id,
    import: kind,
    map,
    ...(readAs === undefined ? {} : { readAs }),
  });
};

/** Each row by its line and its outcome, or why it is refused. */
const outcomes = async (...asked: Parameters<typeof preview>) => {
  const reply = await preview(...asked);
  return reply.ok
    ? reply.value.rows.map(({ line, outcome, error }) => [line, error?.type ?? outcome])
    : reply.error;
};

/** The names that would be registered. */
const names = async (...asked: Parameters<typeof preview>) => {
  const reply = await preview(...asked);
  if (!reply.ok) return reply.error;
  return reply.value.rows.flatMap(({ commands }) =>
    commands.map(({ input }) => (input as { details?: { name: string } }).details?.name),
  );
};

describe('a preview', () => {
  test('says what the rows would become, one on the outcome of the other', async () => {
    expect(await outcomes('Id,Name\n1,Ada\n2,\n1,Ada\n1,Grace\n')).toEqual([
      [2, 'added'],
      [3, 'InputInvalid'],
      [4, 'unchanged'],
      [5, 'PersonReferenceRepeated'],
    ]);
    const reply = await preview('Id,Name\n1,Ada\n1,Ada\n');
    expect(reply).toMatchObject({
      value: {
        rows: [
          {
            line: 2,
            commands: [
              { command: 'person/register', input: { details: { reference: '1', name: 'Ada' } } },
            ],
          },
          { line: 3, firstLine: 2, commands: [] },
        ],
      },
    });
  });

  test('refuses a row with the earlier one that it repeats', async () => {
    const map = { details: { ...named.details, birthDate: '{Born}' } };
    const unborn = '1,Ada,2999-01-01\n';
    expect(await outcomes(`Id,Name,Born\n${unborn}${unborn}`, { map })).toEqual([
      [2, 'BirthDateOutOfRange'],
      [3, 'RepeatsRefusedRow'],
    ]);
  });

  test('writes nothing: no event, nobody, no key', async () => {
    const size = async () => {
      const storage = await service.contract['daybook/storage']({});
      return storage.ok ? storage.value.size : storage;
    };
    const before = await size();
    await preview('Id,Name\n1,Ada\n2,Grace\n');
    expect(await size()).toEqual(before);
    expect(await service.contract['host/state']({})).toMatchObject({
      value: { open: { events: 0 } },
    });
    expect(await outcomes('Id,Name\n1,Ada\n')).toEqual([[2, 'added']]);
  });

  test('says of people who are here what the file has otherwise', async () => {
    writeFileSync(csv, 'Id,Name\n1,Ada\n');
    const { id: file } = files.take(onlyWindow, { path: csv, name: 'people.csv', bytes: 14 });
    const job = { kind: 'import', import: 'people', file, map: named, dryRun: false } as const;
    expect(await service.contract['job/run']({ id: 'one', job })).toMatchObject({ ok: true });
    expect(await preview('Id,Name\n1,Eve\n1,Eve\n')).toMatchObject({
      value: {
        rows: [
          { outcome: 'unchanged', differing: ['name'] },
          { outcome: 'unchanged', firstLine: 2 },
        ],
      },
    });
  });

  test('tries no more rows than a window shows, however many there are', async () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => `${row},Person ${row}\n`);
    expect(await outcomes(`Id,Name\n${rows.join('')}`)).toHaveLength(20);
  });
});

describe('the letters of a file', () => {
  const text = 'Id,Name\n1,김민수\n2,Zoë\n';
  // Id,Name and 똠방각하, the first of which only the code page of Windows has; then 이순신.
  const cp949 = Buffer.from('49642c4e616d650a312c8c63b9e6b0a2c7cf0a322cc0ccbcf8bdc50a', 'hex');

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('are read in %s', async (_, content) => {
    expect(await names(content)).toEqual(['김민수', 'Zoë']);
  });

  test('are read in the code page of Korean Windows', async () => {
    expect(await names(cp949)).toEqual(['똠방각하', '이순신']);
    expect(await names(cp949, { readAs: { encoding: 'euc-kr' } })).toEqual(['똠방각하', '이순신']);
  });

  test('are read as it is said, also where that is wrong', async () => {
    expect(await names(cp949, { readAs: { encoding: 'windows-1252' } })).not.toContain('이순신');
    expect(await names(cp949, { readAs: { encoding: 'utf-8' } })).toEqual({
      type: 'FileUnreadable',
      reason: 'notText',
    });
    const western = Buffer.from('Id,Name\n1,Zo\u00EB\n', 'latin1');
    expect(await names(western, { readAs: { encoding: 'windows-1252' } })).toEqual(['Zoë']);
  });

  test('that are cut through at the end spoil the last row, and no more', async () => {
    const cut = Buffer.from('Id,Name\n1,Ada\n2,김').subarray(0, -1);
    expect(await outcomes(cut, { readAs: { encoding: 'utf-8' } })).toEqual([[2, 'added']]);
    const early = Buffer.from('Id,Name\n1,김').subarray(0, -1);
    expect(await outcomes(early, { readAs: { encoding: 'utf-8' } })).toEqual({
      type: 'FileUnreadable',
      reason: 'notText',
    });
  });
});

describe('what stands between the cells', () => {
  test.each([
    [';', 'Id;Name\n1;"Smith; John"\n'],
    ['\t', 'Id\tName\n1\tSmith; John\n'],
    ['|', 'Id|Name\n1|Smith; John\n'],
    [',', 'Id,Name\r\n1,Smith; John\r\n'],
  ] as const)('is found: %j', async (separator, content) => {
    expect(await names(content)).toEqual(['Smith; John']);
    expect(await names(content, { readAs: { separator } })).toEqual(['Smith; John']);
  });

  test('is what it is said to be', async () => {
    expect(await names('Id;Name\n1;Ada\n', { readAs: { separator: ',' } })).toMatchObject({
      type: 'MapNamesUnknownColumn',
    });
  });
});

describe('a file that means harm, or nothing', () => {
  test.each([
    ['', 'FileEmpty'],
    ['\n\n', 'FileEmpty'],
    ['\uFEFF', 'FileEmpty'],
    ['Id,Name,Name\n1,Ada,Eve\n', 'DuplicateColumn'],
    [`Id,Name${',x'.repeat(5_000)}\n`, 'TooManyColumns'],
    ['%PDF-1.7\n', 'FileIsNoCsv'],
  ])('is refused whole: %j', async (content, type) => {
    expect(await preview(content)).toMatchObject({ ok: false, error: { type } });
  });

  test('with a header alone has no rows', async () => {
    expect(await outcomes('Id,Name')).toEqual([]);
    expect(await outcomes('Id,Name\n\n\n')).toEqual([]);
  });

  test.each([
    ['1', 'CellsDoNotMatchHeader'],
    ['1,Ada,Eve', 'CellsDoNotMatchHeader'],
    ['1,A"d"a', 'QuoteMisplaced'],
    ['1,"Ada', 'QuoteNotClosed'],
    ['1,A\0da', 'NulCharacter'],
    [`1,${'x'.repeat(2_000_000)}`, 'CellTooLong'],
  ])('has the row refused, and the one before it not: %#', async (row, type) => {
    expect(await outcomes(`Id,Name\n0,Grace\n${row}`)).toEqual([
      [2, 'added'],
      [3, type],
    ]);
  });

  test('is only ever text: formulas, markup and names of the language come in as they are', async () => {
    const cells = ['=HYPERLINK("x")', '<script>alert(1)</script>', '__proto__', '{Name}', '../a'];
    const rows = cells.map((cell, row) => `${row},"${cell.replaceAll('"', '""')}"\n`);
    expect(await names(`Id,Name\n${rows.join('')}`)).toEqual(cells);
    const map = { details: { reference: '{__proto__}', name: '{constructor}' } };
    expect(await names('__proto__,constructor\n1,Ada\n', { map })).toEqual(['Ada']);
    expect(await names('Id,Name\n1,Ada\n', { map })).toEqual({
      type: 'MapNamesUnknownColumn',
      column: '__proto__',
    });
  });
});

describe('an order that cannot be carried out', () => {
  test.each([
    ['ImportUnknown', { kind: 'constructor' }],
    ['MapInvalid', { map: { details: 7 } }],
    ['MapInvalid', { map: {} }],
    ['MapInvalid', { map: { details: { name: '{Name' } } }],
  ])('is refused: %s', async (type, asked) => {
    expect(await preview('Id,Name\n1,Ada\n', asked)).toMatchObject({ error: { type } });
  });

  test('is of a file that has gone, or was cut off since it was handed over', async () => {
    writeFileSync(csv, 'Id,Name\n1,Ada\n');
    const { id: file } = files.take(onlyWindow, { path: csv, name: 'people.csv', bytes: 14 });
    const order = { file, import: 'people', map: named };
    truncateSync(csv, 0);
    // What is wrong with it, and no path.
    expect(await service.contract['import/preview'](order)).toEqual({
      ok: false,
      error: { type: 'FileEmpty' },
    });
    unlinkSync(csv);
    expect(await service.contract['import/preview'](order)).toEqual({
      ok: false,
      error: { type: 'FileUnreadable', reason: 'ENOENT' },
    });
    files.release(onlyWindow, file);
    expect(await service.contract['import/preview'](order)).toEqual({
      ok: false,
      error: { type: 'NoSuchFile' },
    });
  });

  test('is of a file of another window, or of no daybook', async () => {
    writeFileSync(csv, 'Id,Name\n1,Ada\n');
    const { id } = files.take('another', { path: csv, name: 'people.csv', bytes: 14 });
    const ask = (file: string) =>
      service.contract['import/preview']({ file, import: 'people', map: named });
    expect(await ask(id)).toEqual({ ok: false, error: { type: 'NoSuchFile' } });
    expect(await ask(csv)).toEqual({ ok: false, error: { type: 'NoSuchFile' } });
    await service.contract['daybook/close']({});
    expect(await ask(id)).toEqual({ ok: false, error: { type: 'NoDaybookOpen' } });
  });
});
