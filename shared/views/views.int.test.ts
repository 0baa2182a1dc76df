import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFilledBook, usd } from './filled-book.fixture.ts';
import { idAt } from './rows.fixture.ts';

const newBook = () => createFilledBook(new DatabaseSync(':memory:'));

let book = newBook();
beforeEach(() => {
  book = newBook();
});

describe('the page of a person', () => {
  test('shows details and accounts', () => {
    book.fill();
    book.close(book.open(1, 10, 201));
    expect(book.ask('person/page', { personId: idAt(1) })).toEqual([
      {
        personId: idAt(1),
        name: 'Ánna',
        details: { name: 'Ánna', reference: 'A1', phones: ['+47 22', '33'] },
        erased: false,
        archived: false,
        registeredAt: 1,
        erasedAt: null,
        accounts: [
          {
            accountId: idAt(101),
            limit: usd(50),
            balance: usd(80),
            available: usd(-30),
            closed: false,
            entries: 1,
            lastEntryOn: '2026-11-20',
          },
          {
            accountId: idAt(201),
            limit: usd(10),
            balance: usd(0),
            available: usd(10),
            closed: true,
            entries: 0,
            lastEntryOn: null,
          },
        ],
      },
    ]);
  });

  test('has nothing personal after an erasure', () => {
    book.fill();
    book.erase(1);
    const [page] = book.ask('person/page', { personId: idAt(1) });
    expect(page).toMatchObject({ name: null, details: null, erased: true, erasedAt: 11 });
    expect(page).toMatchObject({ accounts: [{ balance: usd(80) }] });
  });

  test('is not there for a person who is not', () =>
    expect(book.ask('person/page', { personId: idAt(1) })).toEqual([]));

  test('is found by reference, spelt just so', () => {
    book.fill();
    const found = (reference: string) => book.ask('person/by-reference', { reference });
    expect(found('A1')).toEqual(book.ask('person/page', { personId: idAt(1) }));
    expect(found('a1')).toEqual([]);
    book.register(7, { name: 'X', reference: 'A1' });
    expect(found('A1')).toHaveLength(2);
    book.erase(1);
    expect(found('A1')).toHaveLength(1);
  });
});

describe('a statement', () => {
  test('runs a balance over the entries, with what was written to each', () => {
    book.register(1, { name: 'A' });
    const account = book.open(1, 100);
    const charged = book.charge(account, 80, '2026-11-23', 'Flour');
    book.pay(account, 30);
    const reversal = book.write(account, {
      type: 'credit-account.entry-reversed',
      data: { entryId: charged, reversed: 'charge', amount: usd(80), occurredOn: '2026-11-30' },
      personal: { reason: 'Wrong account' },
    });
    book.write(account, {
      type: 'credit-account.charged',
      data: { amount: usd(200), occurredOn: '2026-11-30', approved: true },
      personal: { approvalReason: 'Friday' },
    });
    const rows = book.ask('credit-account/statement', { accountId: account });
    const plain = {
      memo: null,
      reason: null,
      approved: false,
      reversed: false,
      reverses: null,
      takesBack: null,
    };
    expect(rows).toMatchObject([
      {
        ...plain,
        entryId: charged,
        kind: 'charge',
        amount: usd(80),
        balance: usd(80),
        occurredOn: '2026-11-23',
        memo: 'Flour',
        reversed: true,
      },
      { ...plain, kind: 'payment', amount: usd(30), balance: usd(50) },
      {
        ...plain,
        entryId: reversal,
        kind: 'reversal',
        amount: usd(80),
        balance: usd(-30),
        reason: 'Wrong account',
        reverses: charged,
        takesBack: { kind: 'charge', occurredOn: '2026-11-23' },
      },
      { ...plain, kind: 'charge', balance: usd(170), approved: true, reason: 'Friday' },
    ]);
  });

  test('is of one account only', () => {
    book.fill();
    expect(book.ask('credit-account/statement', { accountId: idAt(102) })).toHaveLength(1);
    expect(book.ask('credit-account/statement', { accountId: idAt(999) })).toEqual([]);
  });
});

test('exhausted accounts are those with exactly nothing available', () => {
  book.fill();
  book.register(5, { name: 'Ari' });
  book.open(5, 0);
  expect(book.ask('credit-account/exhausted', {})).toEqual([
    {
      accountId: idAt(105),
      personId: idAt(5),
      name: 'Ari',
      erased: false,
      limit: usd(0),
      balance: usd(0),
    },
    {
      accountId: idAt(102),
      personId: idAt(2),
      name: 'bo',
      erased: false,
      limit: usd(30),
      balance: usd(30),
    },
  ]);
});

test('of exhausted accounts those of erased people are marked, and no others without a name', () => {
  book.fill();
  book.register(5, { name: 'Ari' });
  book.open(5, 0);
  book.erase(2);
  book.forgetNames();
  expect(book.ask('credit-account/exhausted', {})).toMatchObject([
    { personId: idAt(2), name: null, erased: true },
    { personId: idAt(5), name: null, erased: false },
  ]);
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

describe('who owes among some', () => {
  const owing = (...people: readonly number[]) =>
    book.ask('person/owing', { personIds: people.map((person) => idAt(person)) });

  test('is counted by people, not by accounts, also of the archived', () => {
    book.fill();
    const all = [1, 2, 3, 4];
    const those = all.filter((person) =>
      (book.ask('person/list', { filter: 'owing' }) as { personId: string }[]).some(
        ({ personId }) => personId === idAt(person),
      ),
    );
    expect(those.length).toBeGreaterThan(0);
    expect(those.length).toBeLessThan(all.length);
    expect(owing(...all)).toEqual([{ people: those.length }]);
    book.archive(1);
    expect(owing(1)).toEqual([{ people: 1 }]);
    expect(owing(...all.filter((person) => !those.includes(person)))).toEqual([{ people: 0 }]);
    expect(owing()).toEqual([{ people: 0 }]);
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
