import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFilledBook, usd } from './filled-book.fixture.ts';
import { idAt } from './rows.fixture.ts';

const newBook = () => createFilledBook(new DatabaseSync(':memory:'));

let book = newBook();
let accountId = '';
let charged = '';
let reversal = '';

beforeEach(() => {
  book = newBook();
  book.register(1, { name: 'A' });
  accountId = book.open(1, 1000);
  // Written later than it happened, as work of last week is written up on Monday.
  charged = book.charge(accountId, 80, '2026-11-20', 'Flour');
  book.charge(accountId, 30, '2026-11-10', 'Salt');
  book.pay(accountId, 50, '2026-11-20');
  reversal = book.write(accountId, {
    type: 'credit-account.entry-reversed',
    data: { entryId: charged, reversed: 'charge', amount: usd(80), occurredOn: '2026-11-25' },
    personal: { reason: 'Wrong account' },
  });
  book.pay(book.open(1, 10, 300), 7, '2026-11-20');
});

const period = (input: object = {}) => book.ask('credit-account/period', { accountId, ...input });
const entries = (input: object = {}) =>
  book
    .ask('credit-account/period-entries', { accountId, ...input })
    .map((row) => row as { memo: string | null; balance: { minor: number } });

describe('a period of an account', () => {
  test('goes by dates, with the balance after each entry', () => {
    expect(entries()).toMatchObject([
      { memo: 'Salt', balance: usd(30), occurredOn: '2026-11-10' },
      { memo: 'Flour', balance: usd(110), occurredOn: '2026-11-20', reversed: true },
      { kind: 'payment', balance: usd(60), occurredOn: '2026-11-20' },
      { kind: 'reversal', balance: usd(-20), takesBack: { kind: 'charge' } },
    ]);
  });

  test('starts from what was open before it, and holds both of its days', () => {
    const days = { from: '2026-11-20', to: '2026-11-20' };
    expect(entries(days)).toMatchObject([
      { memo: 'Flour', balance: usd(110) },
      { kind: 'payment', balance: usd(60) },
    ]);
    expect(period(days)).toEqual([
      { entries: 2, opening: usd(30), added: usd(80), taken: usd(50), closing: usd(60) },
    ]);
  });

  test('adds up to the same as its entries, whatever its days are', () => {
    const days = [undefined, '2026-11-01', '2026-11-10', '2026-11-15', '2026-11-20', '2026-12-01'];
    for (const from of days)
      for (const to of days) {
        const input = { ...(from && { from }), ...(to && { to }) };
        const [sum] = period(input) as unknown as [
          Record<'opening' | 'added' | 'taken' | 'closing', { minor: number }> & {
            entries: number;
          },
        ];
        const rows = entries(input);
        expect(sum.entries).toBe(rows.length);
        if (from !== undefined && to !== undefined && from > to) continue;
        expect(sum.closing.minor).toBe(rows.at(-1)?.balance.minor ?? sum.opening.minor);
        expect(sum.opening.minor + sum.added.minor - sum.taken.minor).toBe(sum.closing.minor);
      }
  });

  test('counts up to a place in the account', () => {
    expect(period({ upTo: 3 })).toMatchObject([{ entries: 2, added: usd(110), taken: usd(0) }]);
  });

  test('is empty where nothing is written', () => {
    expect(period({ accountId: idAt(999) })).toEqual([
      { entries: 0, opening: usd(0), added: usd(0), taken: usd(0), closing: usd(0) },
    ]);
    expect(entries({ accountId: idAt(999) })).toEqual([]);
  });
});

describe('the place of an entry', () => {
  const place = (entryId: string) => book.ask('credit-account/entry-place', { accountId, entryId });

  test('is how many stand before it in the statement', () => {
    const statement = book.ask('credit-account/statement', { accountId }) as unknown as {
      entryId: string;
    }[];
    expect(statement.map(({ entryId }) => place(entryId))).toMatchObject(
      statement.map(({ entryId }, index) => [{ entryId, index }]),
    );
  });

  test('leads from an entry to its reversal and back', () => {
    expect(place(charged)).toMatchObject([{ counterpart: reversal }]);
    expect(place(reversal)).toMatchObject([{ counterpart: charged }]);
  });

  test('is none in another account', () => {
    expect(
      book.ask('credit-account/entry-place', { accountId: idAt(300), entryId: charged }),
    ).toEqual([]);
  });
});
