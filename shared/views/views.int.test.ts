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

describe('an entry of an account', () => {
  test('is found in its account alone, with whose it is', () => {
    book.register(1, { name: 'A' });
    const [accountId, other] = [book.open(1, 100), book.open(1, 100, 201)];
    const entryId = book.charge(accountId, 80, '2026-11-23', 'Flour');
    const found = (account: string) =>
      book.ask('credit-account/entry', { accountId: account, entryId });
    expect(found(accountId)).toMatchObject([
      { accountId, personId: idAt(1), entryId, kind: 'charge', amount: usd(80), memo: 'Flour' },
    ]);
    expect(found(other)).toEqual([]);
  });

  test('is looked for by keys alone', () => {
    const plan = book.plan('credit-account/entry', { accountId: idAt(1), entryId: idAt(2) });
    expect(plan).toContain('(account_id=? AND entry_id=?)');
    expect(plan).not.toContain('SCAN');
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
