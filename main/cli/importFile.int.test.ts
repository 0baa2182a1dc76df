import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createScratch,
  daybook,
  makeDaybook,
  readLines,
  type Outcome,
} from './testing/DaybookProcess.ts';
import { figuresOf, reportOf, totalsOf } from './testing/importReport.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(scratch.at(name), content);
  return scratch.at(name);
};

let folder = '';
const map = write(
  'map.json',
  JSON.stringify({
    details: { reference: '{Id}', name: '{Name}' },
    account: { limit: '{Limit}' },
  }),
);
const bringIn = (name: string, content: string | Uint8Array): Promise<Outcome> =>
  daybook(['import', folder, 'people', write(name, content), '--map', map]);

beforeAll(async () => {
  folder = await makeDaybook(scratch.at('all-kinds'));
});

test('other encodings, separators and line ends', async () => {
  const latin1 = Buffer.from('Id;Name;Limit\r\nL1;J\xF6rg;10\r\n', 'latin1');
  const utf16 = Buffer.from('\uFEFFId\tName\tLimit\nU1\t서연\t10\n', 'utf16le');
  expect(figuresOf(reportOf(await bringIn('latin1.csv', latin1)))).toEqual([1, 1, 0, 0]);
  expect(figuresOf(reportOf(await bringIn('utf16.csv', utf16)))).toEqual([1, 1, 0, 0]);
  const listed = await daybook(['ask', folder, 'person/list', '{"limit":200}']);
  const { rows } = readLines(listed)[0] as { rows: { name: string }[] };
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['Jörg', '서연']);
});

test('rows that are wrong are refused with their line, and the others come in', async () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['1,Anna,10', null],
    ['2,"Anna ""the first"", Queen\r\nof all",10', null],
    ['3,😀👩‍👩‍👧,10', null],
    ['4,\u200F\u202E,10', 'InputInvalid'],
    ['5,,10', 'InputInvalid'],
    [',Nobody,about 10', 'ReferenceMissing'],
    ['6,Too exact,1.005', 'AmountInvalid'],
    ['7,Scientific,1e9', 'AmountInvalid'],
    ['8,Minus nothing,-0', null],
    ['9,Wide digits,9²', 'AmountInvalid'],
    ['10,Thousands,"1,000"', 'AmountInvalid'],
    ['11,Too much,99999999999999', 'AmountInvalid'],
    ['12,Below zero,-1', 'AmountInvalid'],
    ['13,Few cells', 'CellsDoNotMatchHeader'],
    ['14,Many,cells,here', 'CellsDoNotMatchHeader'],
    ['15,5" pipe,10', 'QuoteMisplaced'],
    [`16,"${'x'.repeat(10_000_000)}",10`, 'CellTooLong'],
    ['17,NUL\0,10', 'NulCharacter'],
    [`18,${'x'.repeat(501)},10`, 'InputInvalid'],
    ['1,Anna,10', null],
    ['1,Anna again,10', 'PersonReferenceRepeated'],
    ['1,Anna,11', 'PersonReferenceRepeated'],
    ['19,Never closed,"10', 'QuoteNotClosed'],
  ];
  const text = ['Id,Name,Limit', ...rows.map(([row]) => row)].join('\n');
  const outcome = await bringIn('rows.csv', text);
  // The second row goes over two lines; all behind it stand one line further down.
  const expected = rows.flatMap(([, type], index) =>
    type === null ? [] : [[index + 2 + (index > 1 ? 1 : 0), type]],
  );
  expect(outcome.code).toBe(1);
  const { read, added, unchanged, refused } = reportOf(outcome);
  expect(refused.map(({ line, error }) => [line, error.type])).toEqual(expected);
  expect([read, added, unchanged]).toEqual([rows.length, 4, 1]);
  expect(reportOf(outcome)).toMatchObject({ repeated: [{ line: 22, firstLine: 2 }] });
  expect(refused[2]).toMatchObject({ more: [{ type: 'AmountInvalid', text: 'about 10' }] });
  // Names stay off a terminal, and out of whatever keeps what stood there.
  expect(outcome.stdout).not.toContain('Nobody');
  expect(await totalsOf(folder)).toMatchObject({ people: 6, accounts: 6 });
});

test('entries on days that are none, and of people who are not there', async () => {
  const entries = write(
    'entries.csv',
    'Who,When,What,How much\n' +
      '1,2026-02-31,charge,1\n1,2026-02-28,charge,1\n1,28.02.2026,pay,1\n1,2026-02-28,gift,1\n' +
      '1,2026-02-28,pay,0\n1,2026-02-28,pay,-1\n99,2026-02-28,pay,1\n',
  );
  const map = write(
    'entries-map.json',
    JSON.stringify({
      person: '{Who}',
      kind: '{What}',
      amount: '{How much}',
      occurredOn: '{When}',
    }),
  );
  const outcome = await daybook(['import', folder, 'entries', entries, '--map', map]);
  expect(reportOf(outcome)).toMatchObject({ read: 7, added: 1, unchanged: 0 });
  expect(reportOf(outcome).refused.map(({ line, error }) => [line, error.type])).toEqual([
    [2, 'DateInvalid'],
    [4, 'DateInvalid'],
    [5, 'KindInvalid'],
    [6, 'AmountInvalid'],
    [7, 'AmountInvalid'],
    [8, 'PersonNotFound'],
  ]);
});

test('a daybook that can only be read ends the run and refuses no rows', async () => {
  await bringIn('one.csv', 'Id,Name,Limit\n79,Whoever,10\n');
  const place = scratch.at('flipped');
  cpSync(folder, place, { recursive: true });
  const file = path.join(place, 'log.db');
  const bytes = readFileSync(file).toString('latin1').replaceAll('n.registered', 'n.registereD');
  writeFileSync(file, bytes, 'latin1');
  const rows = write('more.csv', 'Id,Name,Limit\n80,Somebody,10\n81,Somebody else,10\n');
  const outcome = await daybook(['import', place, 'people', rows, '--map', map]);
  expect([outcome.code, outcome.stdout]).toEqual([3, '']);
});

test('files and maps that cannot be used are wrong usage, and change nothing', async () => {
  const before = await totalsOf(folder);
  const good = write('good.csv', 'Id,Name,Limit\n70,Somebody,10\n');
  const wide = Array.from({ length: 1001 }, (_, index) => `c${index}`).join(',');
  const calls: readonly (readonly [string, string])[] = [
    [scratch.at('none.csv'), map],
    [path.dirname(good), map],
    [write('empty.csv', ''), map],
    [write('wide.csv', `${wide}\n`), map],
    [write('twice.csv', 'Id,Name,Id\n'), map],
    [write('other.csv', 'A,B\n1,2\n'), map],
    [good, scratch.at('none.json')],
    [good, write('cut.json', '{"details":')],
    [good, write('array.json', '[]')],
    [good, write('poisoned.json', '{"details":{"__proto__":{},"name":"x"}}')],
    [good, write('shape.json', '{"details":{"nome":"{Name}"}}')],
    [good, write('brace.json', '{"details":{"reference":"{Id","name":"{Name}"}}')],
  ];
  for (const [file, withMap] of calls) {
    const outcome = await daybook(['import', folder, 'people', file, '--map', withMap]);
    expect([outcome.code, outcome.stdout, outcome.stderr.includes('Incident')]).toEqual([
      2,
      '',
      false,
    ]);
  }
  expect(await totalsOf(folder)).toEqual(before);
  // More than a dozen programs one after the other, each of which asks for a passphrase's key.
}, 180_000);

test('a dry run counts the entries without a reference, which would come in again', async () => {
  const entries = JSON.stringify({
    person: 'L1',
    reference: '{No}',
    kind: 'charge',
    amount: '{Amount}',
    occurredOn: '2026-11-23',
  });
  const file = write('entries.csv', 'No,Amount\n1,2\n,2\n');
  const args = ['import', folder, 'entries', file, '--map', write('entries.json', entries)];
  expect(reportOf(await daybook([...args, '--dry-run']))).toMatchObject({
    added: 2,
    unnumbered: 1,
  });
});
