import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFilledBook, usd } from './filled-book.fixture.ts';
import { idAt } from './rows.fixture.ts';

const newBook = () => createFilledBook(new DatabaseSync(':memory:'));

let book = newBook();
beforeEach(() => {
  book = newBook();
});

describe('the totals', () => {
  const totals = () => book.ask('overview/totals', {})[0];

  test('are nothing in an empty book', () =>
    expect(totals()).toEqual({
      people: 0,
      listed: 0,
      archived: 0,
      erased: 0,
      accounts: 0,
      entries: 0,
      owed: usd(0),
      paidAhead: usd(0),
      owing: 0,
      inCredit: 0,
      exhausted: 0,
      overLimit: 0,
    }));

  test('add up what is owed, and apart from it what was paid ahead', () => {
    book.fill();
    expect(totals()).toMatchObject({
      people: 4,
      accounts: 3,
      entries: 3,
      owed: usd(110),
      paidAhead: usd(10),
      exhausted: 1,
      overLimit: 1,
    });
  });

  test('stay when people are archived or erased and accounts are closed', () => {
    book.fill();
    book.archive(1);
    book.erase(2);
    book.close(idAt(101));
    expect(totals()).toMatchObject({
      people: 4,
      accounts: 3,
      entries: 3,
      owed: usd(110),
      exhausted: 1,
      overLimit: 0,
    });
  });

  const lists = [
    ['listed', undefined],
    ['archived', 'archived'],
    ['erased', 'erased'],
    ['owing', 'owing'],
    ['inCredit', 'in-credit'],
    ['exhausted', 'exhausted'],
    ['overLimit', 'over-limit'],
  ] as const;
  test.each(lists)('count for %s what its list holds', (figure, filter) => {
    book.fill();
    book.register(5, { name: 'Eva' });
    book.archive(5);
    book.archive(1);
    book.erase(2);
    book.close(idAt(101));
    const counted = book.ask('person/count', filter === undefined ? {} : { filter });
    expect(counted).toMatchObject([{ people: totals()?.[figure as keyof object] }]);
    expect(book.ask('person/list', filter === undefined ? {} : { filter })).toHaveLength(
      (counted[0] as { rows: number }).rows,
    );
  });
});

describe('the activity', () => {
  const between = (from: string, to: string) => book.ask('overview/activity', { from, to });

  test('adds up each day, and what the whole book came to at its end', () => {
    book.fill();
    const charged = book.charge(idAt(102), 5, '2026-11-22');
    book.write(idAt(102), {
      type: 'credit-account.entry-reversed',
      data: { entryId: charged, reversed: 'charge', amount: usd(5), occurredOn: '2026-11-23' },
      personal: { reason: 'Wrong' },
    });
    expect(between('2026-11-21', '2026-11-30')).toEqual([
      {
        day: '2026-11-21',
        entries: 1,
        charged: usd(0),
        paid: usd(10),
        before: usd(80),
        balance: usd(70),
      },
      {
        day: '2026-11-22',
        entries: 2,
        charged: usd(35),
        paid: usd(0),
        before: usd(70),
        balance: usd(105),
      },
      {
        day: '2026-11-23',
        entries: 1,
        charged: usd(0),
        paid: usd(0),
        before: usd(105),
        balance: usd(100),
      },
    ]);
    expect(between('2026-11-01', '2026-11-20')).toMatchObject([
      { entries: 1, before: null, balance: usd(80) },
    ]);
    expect(between('2026-12-01', '2026-12-31')).toEqual([]);
  });

  test('counts for each day what the list of its entries holds', () => {
    book.fill();
    book.charge(idAt(103), 7, '2026-11-20', 'Flour');
    const days = between('2026-01-01', '2026-12-31') as { day: string; entries: number }[];
    expect(days).toHaveLength(3);
    for (const { day, entries } of days)
      expect(book.ask('credit-account/entries-of-day', { day })).toHaveLength(entries);
    expect(book.ask('credit-account/entries-of-day', { day: '2026-11-20' })).toMatchObject([
      { name: 'Ánna', kind: 'charge', amount: usd(80), memo: null, reversed: false },
      { name: 'Cy', accountId: idAt(103), amount: usd(7), memo: 'Flour' },
    ]);
  });

  test('looks for the entries of a day only in accounts that had some before and after', () => {
    const plan = book.plan('credit-account/entries-of-day', { day: '2026-11-20' });
    expect(plan).toContain('SCAN account');
    expect(plan).toContain('SEARCH entry USING PRIMARY KEY (account_id=?)');
  });
});
