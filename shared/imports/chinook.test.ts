import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Cells } from '../kernel/import.ts';
import { createBook } from './book.fixture.ts';
import { importEntries } from './entries.ts';
import { importPeople } from './people.ts';

/** Real input, through the rules alone: what comes out stands in the README beside the files. */

const folder = new URL('../../e2e/fixtures/chinook/', import.meta.url);

/** Reads well-formed CSV; the engine's own reader is tried elsewhere. */
const rowsOf = (file: string): readonly Cells[] => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
  return rows.map((row) =>
    Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])),
  );
};

const peopleMap = {
  details: {
    reference: '{CustomerId}',
    name: '{FirstName} {LastName}',
    phones: ['{Phone}'],
    email: '{Email}',
    address: '{Address}, {PostalCode} {City}, {Country}',
  },
};
const entriesMap = {
  person: '{CustomerId}',
  reference: '{InvoiceId}',
  kind: 'charge',
  amount: '{Total}',
  occurredOn: '{InvoiceDate}',
  memo: 'Invoice {InvoiceId}',
};

const bringAll = (limit: string) => {
  const book = createBook();
  const people = book.bring(
    importPeople,
    { ...peopleMap, account: { limit } },
    rowsOf('customers.csv'),
  );
  const entries = book.bring(importEntries, entriesMap, rowsOf('invoices.csv'));
  const count = (kind: string) => entries.filter((row) => row.kind === kind).length;
  const accounts = book.accounts().map(([, account]) => account);
  return {
    book,
    people: people.filter(({ kind }) => kind === 'added').length,
    added: count('added'),
    refused: count('refused'),
    owed: accounts.reduce((sum, { balance }) => sum + balance, 0),
    exhausted: accounts.filter(({ balance, limit: most }) => balance === most).length,
  };
};

test('with a limit, 379 invoices are accepted and 33 refused', () => {
  const { book, ...counts } = bringAll('37.62');
  expect(counts).toEqual({ people: 59, added: 379, refused: 33, owed: 206_096, exhausted: 30 });

  const again = book.bring(importEntries, entriesMap, rowsOf('invoices.csv'));
  expect(again.filter(({ kind }) => kind === 'added')).toEqual([]);
  expect(again.filter(({ kind }) => kind === 'refused')).toHaveLength(33);
});

test('without one, all of them', () =>
  expect(bringAll('1000000')).toMatchObject({ added: 412, refused: 0, owed: 232_860 }));

test('an address has no hole where the file has none of it', () => {
  const { book } = bringAll('37.62');
  const addresses = rowsOf('customers.csv').map(
    ({ CustomerId = '' }) => book.byReference(CustomerId)[0]?.details.address ?? '',
  );
  expect(addresses[0]).toBe(
    'Av. Brigadeiro Faria Lima, 2170, 12227-000 São José dos Campos, Brazil',
  );
  expect(addresses.filter((address) => / {2}|, ,|,,|, *$|^,/.test(address))).toEqual([]);
});
