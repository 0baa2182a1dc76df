import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessDayOrder, guessKind, guessMap, takeSource, type FileFront } from './guessMap.ts';
import { enImports } from '../../text/en/imports.ts';
import { koImports } from '../../text/ko/imports.ts';
import { importFields, importKinds, usualBetween, type ImportField } from './importFields.ts';
import { columnsFrom, mapOf, sayFormat, type MapDraft } from './mapDraft.ts';

const front = (header: string, ...rows: string[]): FileFront => ({
  header: header.split(';'),
  rows: rows.map((row) => ({ cells: row.split(';') })),
});

const guess = (file: FileFront): unknown => {
  const kind = guessKind(file);
  return [kind, mapOf(kind, guessMap(kind, file))];
};

const chinook = (name: string): FileFront => {
  const file = new URL(`../../../e2e/fixtures/chinook/${name}.csv`, import.meta.url);
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const split = (line: string): string[] => line.split(',');
  // Enough for its names and the first of its plain cells.
  return { header: split(header), rows: rows.slice(0, 1).map((row) => ({ cells: split(row) })) };
};

describe('the map of a file is guessed', () => {
  it('for the customers of Chinook', () => {
    expect(guess(chinook('customers'))).toEqual([
      'people',
      {
        details: {
          reference: '{CustomerId}',
          name: '{FirstName} {LastName}',
          phones: ['{Phone}', '{Fax}'],
          email: '{Email}',
          address: '{Address}, {PostalCode}, {City}, {Country}',
        },
      },
    ]);
  });

  it('for the invoices of Chinook', () => {
    expect(guess(chinook('invoices'))).toEqual([
      'entries',
      {
        person: '{CustomerId}',
        kind: 'charge',
        reference: '{InvoiceId}',
        amount: '{Total}',
        occurredOn: '{InvoiceDate}',
      },
    ]);
  });

  it('for the entries that Daybook has exported', () => {
    const file = front(
      'person;reference;kind;amount;occurredOn;memo;approval',
      'C-001;0198;charge;12.50;2026-01-05;Bread;Pays on Friday',
    );
    expect(guess(file)).toEqual([
      'entries',
      {
        person: '{person}',
        reference: '{reference}',
        kind: '{kind}',
        amount: '{amount}',
        occurredOn: '{occurredOn}',
        memo: '{memo}',
        approval: '{approval}',
      },
    ]);
  });

  it.each([
    ['Customer ID;Invoice No;Date;Amount;Approval', '1;2;2026-01-05;5.00;No'],
    [
      'person;reference;kind;amount;occurredOn;memo;Approval',
      '1;2;charge;5.00;2026-01-05;;Pending',
    ],
    ['person;kind;amount;occurredOn;approval', '1;charge;5.00;2026-01-05;No'],
    ['고객번호;거래번호;날짜;금액;승인사유', '1;2;2026-01-05;5000;아니요'],
  ])('and never for approvals of another program: %s', (header, row) => {
    const [kind, map] = guess(front(header, row)) as [string, object];
    expect(kind).toBe('entries');
    expect(map).toHaveProperty('amount');
    expect(map).not.toHaveProperty('approval');
  });

  it('and takes no column for the person and for the number of the entry at once', () => {
    expect(guess(front('number;amount;date', '1;5;2026-01-05'))).toEqual([
      'entries',
      { person: '{number}', kind: 'charge', amount: '{amount}', occurredOn: '{date}' },
    ]);
  });

  it.each(['Invoice', 'Invoice no', 'No', 'Number of the entry'])(
    'with whose an entry is and which one it is in columns of their own: %s',
    (number) => {
      const file = front(`${number};Cust;Date;Amount;What for`, '7;C1;2026-01-05;5;Bread');
      expect(guess(file)).toEqual([
        'entries',
        {
          person: '{Cust}',
          kind: 'charge',
          amount: '{Amount}',
          occurredOn: '{Date}',
          reference: `{${number}}`,
          memo: '{What for}',
        },
      ]);
    },
  );

  it.each(
    [enImports, koImports].flatMap(({ fields }) =>
      importKinds.map((kind) => [kind, fields] as const),
    ),
  )('by what the window itself calls the fields: %s', (kind, fields) => {
    // An approval is taken from what Daybook has exported and from nothing else.
    const known = importFields[kind].filter((field) => field !== 'approval');
    const say = (field: ImportField): string =>
      fields[kind === 'entries' && field === 'reference' ? 'entryReference' : field];
    const { sources } = guessMap(kind, front(known.map(say).join(';')));
    expect(sources).toEqual(
      Object.fromEntries(
        known.map((field) => [field, columnsFrom([say(field)], usualBetween(field))]),
      ),
    );
  });

  it('for a day of birth that is called by its word', () => {
    expect(guess(front('No;Name;Born', '1;Ada;1990-01-05'))).toEqual([
      'people',
      { details: { reference: '{No}', name: '{Name}', birthDate: '{Born}' } },
    ]);
  });

  it.each<readonly [FileFront, object]>([
    [
      front('reference;name;phone1;phone2;Phone 3', '1;Ada;010;020;030'),
      {
        details: {
          reference: '{reference}',
          name: '{name}',
          phones: ['{phone1}', '{phone2}', '{Phone 3}'],
        },
      },
    ],
    [
      front('고객번호;성명;휴대폰;이메일;주소;외상한도', '1;김민수;010;a@b;서울;"₩100,000'),
      {
        details: {
          reference: '{고객번호}',
          name: '{성명}',
          phones: ['{휴대폰}'],
          email: '{이메일}',
          address: '{주소}',
        },
        account: { limit: '{외상한도}' },
      },
    ],
    [
      front('번호;성;이름;생년월일', '1;김;민수;1990. 1. 5.'),
      {
        details: { reference: '{번호}', name: '{성}{이름}', birthDate: '{생년월일}' },
        formats: { day: 'ymd' },
      },
    ],
    [
      front('Kunden-Nr.;Vorname;Nachname;Straße;PLZ;Ort;Kreditlimit', '7;Jo;Ek;Weg 1;1;B;1.500,00'),
      {
        details: {
          reference: '{Kunden-Nr.}',
          name: '{Vorname} {Nachname}',
          address: '{Straße}, {PLZ}, {Ort}',
        },
        account: { limit: '{Kreditlimit}' },
        formats: { decimal: ',' },
      },
    ],
    [front('foo;bar', '1;2'), { details: {} }],
  ])('%#', (file, map) => {
    expect(guess(file)).toEqual(['people', map]);
  });

  it('with the words of the file for a charge and a payment', () => {
    const file = front(
      '고객번호;구분;금액;거래일;적요',
      '1;외상;12,000원;2026-1-5;쌀',
      '1;입금;5,000원;2026-1-6;',
      '1;사은품;0원;2026-1-7;',
    );
    expect(guessMap('entries', file)).toMatchObject({
      sources: { kind: { from: 'columns', columns: ['구분'], between: ' ' } },
      formats: { day: 'ymd', decimal: '.', kinds: { charge: ['외상'], pay: ['입금'] } },
    });
  });

  it('and leaves days alone that are in no one order', () => {
    expect(guessDayOrder(['2026-01-05'])).toBe(null);
    expect(guessDayOrder(['23.11.2026', '3.4.2026'])).toBe('dmy');
    expect(guessDayOrder(['11/23/2026', '3/4/2026'])).toBe('mdy');
    expect(guessDayOrder(['11/23/2026', '23/11/2026'])).toBe(null);
    expect(guessDayOrder([])).toBe(null);
  });
});

describe('another column', () => {
  const file = front(
    'Customer No;Date;Booked;Gross;Net;Type;Way',
    '1;02/03/2026;03/04/2026;1.234,50;1,234.50;외상;out',
    '1;04/05/2026;05/06/2026;2.000,00;2,000.00;입금;in',
  );
  const kinds = { charge: ['out'], pay: ['in'] };
  const guessed = guessMap('entries', file);
  const take = (draft: MapDraft, field: 'amount' | 'occurredOn' | 'kind', column: string) =>
    takeSource(draft, field, columnsFrom([column], ' '), file);
  const mapped = take(take(guessed, 'amount', 'Gross'), 'kind', 'Type');
  const written = { day: 'dmy', decimal: ',', kinds: { charge: ['외상'], pay: ['입금'] } };

  it('has its format guessed, and leaves the others', () => {
    expect(mapped.formats).toEqual(written);
    expect(take(mapped, 'amount', 'Net').formats).toEqual({ ...written, decimal: '.' });
    expect(take(mapped, 'kind', 'Way').formats).toEqual({
      ...written,
      kinds: { charge: [], pay: [] },
    });
  });

  it('throws away nothing that was said of the others', () => {
    const said = sayFormat(mapped, 'day', { ...mapped.formats, day: 'mdy' });
    expect(take(said, 'amount', 'Net').formats).toEqual({ ...written, day: 'mdy', decimal: '.' });
    const worded = sayFormat(said, 'kinds', { ...said.formats, kinds });
    expect(take(worded, 'amount', 'Net').formats).toEqual({ day: 'mdy', decimal: '.', kinds });
  });

  it('is read as somebody has said, for as long as they say nothing else', () => {
    const { day: _day, ...withoutDay } = mapped.formats;
    const plain = sayFormat(mapped, 'day', withoutDay);
    expect(take(plain, 'occurredOn', 'Booked').formats).toEqual(withoutDay);
    const worded = sayFormat(mapped, 'kinds', { ...mapped.formats, kinds });
    const fixed = takeSource(worded, 'kind', { from: 'text', text: 'pay' }, file);
    expect(take(fixed, 'kind', 'Type').formats).toEqual({ ...written, kinds });
  });

  it('is rather read as the one before, where it may be', () => {
    const kept: MapDraft = { ...mapped, formats: { day: 'mdy', decimal: ',', kinds } };
    expect(take(kept, 'occurredOn', 'Booked').formats.day).toBe('mdy');
    expect(take(kept, 'kind', 'Way').formats.kinds).toEqual(kinds);
    expect(take(kept, 'amount', 'Net').formats.decimal).toBe('.');
  });

  it('that is none takes the format away that nobody has said', () => {
    const { decimal: _decimal, ...others } = written;
    expect(takeSource(mapped, 'amount', { from: 'text', text: '5' }, file).formats).toEqual(others);
    expect(takeSource(mapped, 'occurredOn', null, file).formats).not.toHaveProperty('day');
  });
});

it('of people too, a day that was said stays where another limit is chosen', () => {
  const file = front('Number;Name;Birthday;Limit;Credit', '1;Ada;02/03/1990;50;1.500,00');
  const guessed = guessMap('people', file);
  const born = takeSource(guessed, 'birthDate', columnsFrom(['Birthday'], ' '), file);
  const said = sayFormat(born, 'day', { ...born.formats, day: 'mdy' });
  expect(takeSource(said, 'limit', columnsFrom(['Credit'], ' '), file).formats).toEqual({
    day: 'mdy',
    decimal: ',',
  });
});
