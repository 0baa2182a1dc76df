import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createScratch, daybook, makeDaybook } from './testing/DaybookProcess.ts';
import { figuresOf, reportOf, totalsOf } from './testing/importReport.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const fixtures = path.resolve(import.meta.dirname, '../../e2e/fixtures/chinook');
const customers = path.join(fixtures, 'customers.csv');
const invoices = path.join(fixtures, 'invoices.csv');

const write = (name: string, content: string): string => {
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
    expect(await totalsOf(folder)).toMatchObject({ people: 0, accounts: 0 });
    const first = await bringInPeople();
    const second = await bringInPeople();
    expect([trial.code, first.code, second.code]).toEqual([0, 0, 0]);
    expect(first.stdout).toBe(trial.stdout);
    expect(figuresOf(reportOf(first))).toEqual([59, 59, 0, 0]);
    expect(figuresOf(reportOf(second))).toEqual([59, 0, 59, 0]);
  });

  test('invoices come in once, and 33 of them pass a limit', async () => {
    const trial = await bringInEntries('--dry-run');
    expect(await totalsOf(folder)).toMatchObject({ people: 59, entries: 0 });
    const first = await bringInEntries();
    const second = await bringInEntries();
    expect([trial.code, first.code, second.code]).toEqual([1, 1, 1]);
    expect(first.stdout).toBe(trial.stdout);
    expect(figuresOf(reportOf(first))).toEqual([412, 379, 0, 33]);
    expect(figuresOf(reportOf(second))).toEqual([412, 0, 379, 33]);
    expect(new Set(reportOf(first).refused.map(({ error }) => error.type))).toEqual(
      new Set(['CreditLimitExceeded']),
    );
    const nobody = { archived: 0, erased: 0, inCredit: 0, overLimit: 0 };
    expect(await totalsOf(folder)).toEqual({
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
