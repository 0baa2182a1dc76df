import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createScratch,
  daybook,
  makeDaybook,
  readLines,
  type Outcome,
} from './testing/DaybookProcess.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const fixtures = path.resolve(import.meta.dirname, '../../e2e/fixtures/chinook');
const customers = path.join(fixtures, 'customers.csv');
const invoices = path.join(fixtures, 'invoices.csv');

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(scratch.at(name), content);
  return scratch.at(name);
};

const peopleMap = write(
  'people.json',
  JSON.stringify({
    details: {
      reference: '{CustomerId}',
      name: '{FirstName} {LastName}',
      phones: ['{Phone}'],
      email: '{Email}',
      address: '{Address}, {PostalCode} {City}, {Country}',
    },
    account: { limit: '37.62' },
  }),
);
const entriesMap = write(
  'entries.json',
  JSON.stringify({
    person: '{CustomerId}',
    reference: '{InvoiceId}',
    kind: 'charge',
    amount: '{Total}',
    occurredOn: '{InvoiceDate}',
    memo: 'Invoice {InvoiceId}',
  }),
);

interface Report {
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly {
    readonly line: number;
    readonly error: { readonly type: string; readonly [field: string]: unknown };
  }[];
}

const report = (outcome: Outcome): Report => {
  const [first] = readLines(outcome);
  if (first === undefined) throw new Error(outcome.stderr);
  return first as Report;
};

const figures = ({ read, added, unchanged, refused }: Report): readonly number[] => [
  read,
  added,
  unchanged,
  refused.length,
];

const totals = async (folder: string): Promise<unknown> =>
  (readLines(await daybook(['ask', folder, 'overview/totals']))[0] as { rows: unknown[] }).rows[0];

describe('the Chinook files', () => {
  let folder = '';
  const bringInPeople = (...options: string[]) =>
    daybook(['import', folder, 'people', customers, '--map', peopleMap, ...options]);
  const bringInEntries = (...options: string[]) =>
    daybook(['import', folder, 'entries', invoices, '--map', entriesMap, ...options]);

  beforeAll(async () => {
    folder = await makeDaybook(scratch.at('chinook'));
  });

  test('people come in once', async () => {
    const trial = await bringInPeople('--dry-run');
    expect(await totals(folder)).toMatchObject({ people: 0, accounts: 0 });
    const first = await bringInPeople();
    const second = await bringInPeople();
    expect([trial.code, first.code, second.code]).toEqual([0, 0, 0]);
    expect(first.stdout).toBe(trial.stdout);
    expect(figures(report(first))).toEqual([59, 59, 0, 0]);
    expect(figures(report(second))).toEqual([59, 0, 59, 0]);
  });

  test('invoices come in once, and 33 of them pass a limit', async () => {
    const trial = await bringInEntries('--dry-run');
    expect(await totals(folder)).toMatchObject({ people: 59, entries: 0 });
    const first = await bringInEntries();
    const second = await bringInEntries();
    expect([trial.code, first.code, second.code]).toEqual([1, 1, 1]);
    expect(first.stdout).toBe(trial.stdout);
    expect(figures(report(first))).toEqual([412, 379, 0, 33]);
    expect(figures(report(second))).toEqual([412, 0, 379, 33]);
    expect(new Set(report(first).refused.map(({ error }) => error.type))).toEqual(
      new Set(['CreditLimitExceeded']),
    );
    const nobody = { archived: 0, erased: 0, inCredit: 0, overLimit: 0 };
    expect(await totals(folder)).toEqual({
      people: 59,
      listed: 59,
      ...nobody,
      accounts: 59,
      entries: 379,
      owing: 59,
      owed: { currency: 'USD', minor: 206_096 },
      paidAhead: { currency: 'USD', minor: 0 },
      exhausted: 30,
    });
  });
});

describe('files of all kinds', () => {
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
    expect(figures(report(await bringIn('latin1.csv', latin1)))).toEqual([1, 1, 0, 0]);
    expect(figures(report(await bringIn('utf16.csv', utf16)))).toEqual([1, 1, 0, 0]);
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
      [',Nobody,10', 'ReferenceMissing'],
      ['6,Too exact,1.005', 'AmountInvalid'],
      ['7,Scientific,1e9', 'AmountInvalid'],
      ['8,Minus nothing,-0', null],
      ['9,Wide digits,９９', 'AmountInvalid'],
      ['10,Thousands,"1,000"', 'AmountInvalid'],
      ['11,Too much,99999999999999', 'AmountInvalid'],
      ['12,Below zero,-1', 'AmountInvalid'],
      ['13,Few cells', 'CellsDoNotMatchHeader'],
      ['14,Many,cells,here', 'CellsDoNotMatchHeader'],
      ['15,5" pipe,10', 'QuoteMisplaced'],
      [`16,"${'x'.repeat(10_000_000)}",10`, 'CellTooLong'],
      ['17,NUL\0,10', 'NulCharacter'],
      [`18,${'x'.repeat(501)},10`, 'InputInvalid'],
      ['1,Anna again,10', null],
      ['19,Never closed,"10', 'QuoteNotClosed'],
    ];
    const text = ['Id,Name,Limit', ...rows.map(([row]) => row)].join('\n');
    const outcome = await bringIn('rows.csv', text);
    // The second row goes over two lines; all behind it stand one line further down.
    const expected = rows.flatMap(([, type], index) =>
      type === null ? [] : [[index + 2 + (index > 1 ? 1 : 0), type]],
    );
    expect(outcome.code).toBe(1);
    const { read, added, unchanged, refused } = report(outcome);
    expect(refused.map(({ line, error }) => [line, error.type])).toEqual(expected);
    expect([read, added, unchanged]).toEqual([rows.length, 4, 1]);
    expect(await totals(folder)).toMatchObject({ people: 6, accounts: 6 });
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
    expect(report(outcome)).toMatchObject({ read: 7, added: 1, unchanged: 0 });
    expect(report(outcome).refused.map(({ line, error }) => [line, error.type])).toEqual([
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
    const before = await totals(folder);
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
    expect(await totals(folder)).toEqual(before);
  });
});

/** A file system of so little room, where the machine lets us have one. */
const mounted = ((): string | null => {
  const folder = scratch.at('small');
  try {
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1200k', 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return folder;
  } catch {
    return null;
  }
})();

afterAll(() => {
  if (mounted !== null) execFileSync('umount', [mounted]);
});

test.skipIf(mounted === null)('a full disk ends the run; a second one goes on', async () => {
  const small = mounted ?? '';
  const folder = await makeDaybook(path.join(small, 'daybook'));
  const rows = Array.from({ length: 4000 }, (_, index) => `${index},Person ${index},10`);
  const file = write('thousands.csv', `Id,Name,Limit\n${rows.join('\n')}\n`);
  const map = write('all.json', '{"details":{"reference":"{Id}","name":"{Name}"}}');
  const call = ['import', folder, 'people', file, '--map', map];
  const full = await daybook(call);
  expect([full.code, full.stdout]).toEqual([3, '']);
  const [, wereAdded] = /rows: (\d+) added/u.exec(full.stderr) ?? [];
  execFileSync('mount', ['-o', 'remount,size=100m', small]);
  const again = await daybook(call);
  expect(again.code).toBe(0);
  const { read, added, unchanged, refused } = report(again);
  expect([read, added + unchanged, refused.length, unchanged > 0]).toEqual([4000, 4000, 0, true]);
  expect(String(unchanged)).toBe(wereAdded);
});

test.skipIf(mounted === null)(
  'a daybook that found no room can be made when there is some',
  async () => {
    const small = mounted ?? '';
    const folder = path.join(small, 'new');
    const make = ['new', folder, '--name', 'Shop', '--currency', 'USD'];
    const refused: (string | undefined)[][] = [];
    for (let free = 0; free <= 400; free += 40) {
      const { bavail, bsize } = statfsSync(small);
      const ballast = Math.max(0, bavail * bsize - free * 1024);
      writeFileSync(path.join(small, 'ballast'), Buffer.alloc(ballast));
      const made = await daybook(make);
      rmSync(path.join(small, 'ballast'));
      if (made.code === 0) break;
      refused.push([
        String(made.code),
        ...readdirSync(small).filter((name) => name.includes('new')),
      ]);
    }
    expect(refused.length).toBeGreaterThan(3);
    expect(new Set(refused.flat())).toEqual(new Set(['3']));
    expect((await daybook(['verify', folder])).code).toBe(0);
  },
);
