import { beforeEach, describe, expect, test } from 'vitest';
import { added, map, openBook, refused, row, unchanged, usd } from './entries.fixture.ts';
import { importEntries } from './entries.ts';

let book = openBook();
beforeEach(() => {
  book = openBook();
});

describe('rows with a number that was brought in before', () => {
  test.each([
    ['an amount', { Total: '2' }, 'amount'],
    ['a day', { Date: '2021-01-02' }, 'occurredOn'],
  ])('name %s that they say otherwise, and change nothing', (_what, other, field) => {
    book.bring(importEntries, map, [row]);
    const again = { ...row, ...other };
    expect(book.bring(importEntries, map, [again, again])).toEqual([
      { kind: 'unchanged', differing: [field] },
      { ...unchanged, firstLine: 2 },
    ]);
    expect(book.balances()).toEqual([198]);
  });

  test('are others where they are of another kind: receipts have numbers of their own', () => {
    book.bring(importEntries, map, [row]);
    expect(book.bring(importEntries, map, [{ ...row, Kind: 'pay' }])).toEqual([added]);
    expect(book.balances()).toEqual([0]);
  });

  test('are the same with what a paste brings along', () => {
    book.bring(importEntries, map, [row]);
    const { memo: _, ...withoutMemo } = map;
    expect(
      book.bring(importEntries, withoutMemo, [{ ...row, Invoice: '1\u200b7\ufeff ' }]),
    ).toEqual([unchanged]);
  });

  test('differ in no memo that is stored as they have it', () => {
    const spaced = { ...row, Memo: ' Invoice\t17\r\npaid  ' };
    const own = { ...map, memo: '{Memo}' };
    expect(book.bring(importEntries, own, [spaced])).toEqual([added]);
    expect(book.bring(importEntries, own, [spaced])).toEqual([unchanged]);
    expect(book.bring(importEntries, own, [{ ...spaced, Memo: 'x'.repeat(2000) }])).toEqual([
      { kind: 'unchanged', differing: ['memo'] },
    ]);
  });

  test('are known in whichever account of their person', () => {
    book.bring(importEntries, map, [row]);
    book.openAccount('4');
    expect(book.bring(importEntries, map, [row])).toEqual([unchanged]);
  });
});

describe('rows that name an entry by its id', () => {
  const charged = () => {
    const [[accountId] = ['']] = book.accounts();
    book.execute('credit-account/charge', {
      accountId,
      amount: usd(198),
      occurredOn: '2021-01-01',
      memo: 'Bread',
    });
    return { accountId, Invoice: book.entries().at(-1)?.entryId ?? '' };
  };
  const withMemo = { ...map, memo: '{Memo}' };

  test('add nothing', () => {
    const { Invoice } = charged();
    const own = { ...row, Invoice, Memo: 'Bread' };
    const rows = [{ ...row, Memo: '' }, own, { ...own, Memo: '' }];
    expect(book.bring(importEntries, withMemo, rows)).toEqual([
      added,
      unchanged,
      { ...unchanged, firstLine: 3 },
    ]);
    expect(book.balances()).toEqual([396]);
  });

  test('name what they say otherwise, and change nothing', () => {
    const { Invoice } = charged();
    const other = { Invoice, Kind: 'pay', Total: '2', Date: '2021-01-02', Memo: 'Milk' };
    expect(book.bring(importEntries, withMemo, [{ ...row, ...other }])).toEqual([
      { kind: 'unchanged', differing: ['kind', 'amount', 'occurredOn', 'memo'] },
    ]);
    expect(book.balances()).toEqual([198]);
  });

  test('add nothing whatever has become of the account', () => {
    const { accountId, Invoice } = charged();
    const { memo: _, ...withoutMemo } = map;
    const own = { ...row, Invoice };
    book.openAccount('4');
    book.openAccount('4');
    expect(book.bring(importEntries, withoutMemo, [own])).toEqual([unchanged]);
    book.execute('credit-account/pay', { accountId, amount: usd(198), occurredOn: '2021-01-02' });
    expect(book.execute('credit-account/close', { accountId }).ok).toBe(true);
    expect(book.bring(importEntries, withoutMemo, [own])).toEqual([unchanged]);
  });

  test.each([
    ['nobody', []],
    ['somebody else', [{ name: 'A', reference: '5' }]],
  ])('add nothing where their person’s reference is %s’s by now', (_who, people) => {
    const { Invoice } = charged();
    for (const details of people) book.execute('person/register', { details });
    if (people.length > 0) book.openAccount('5');
    const { memo: _, ...withoutMemo } = map;
    expect(book.bring(importEntries, withoutMemo, [{ ...row, Customer: '5', Invoice }])).toEqual([
      { kind: 'unchanged', differing: ['person'] },
    ]);
    expect(book.balances()).toEqual([198, ...people.map(() => 0)]);
  });

  test('are refused when another row of the file says something else of the entry', () => {
    const { Invoice } = charged();
    const { memo: _, ...withoutMemo } = map;
    const own = { ...row, Invoice };
    expect(book.bring(importEntries, withoutMemo, [own, { ...own, Total: '3' }, own])).toEqual([
      unchanged,
      refused({ type: 'EntryReferenceRepeated', reference: Invoice, firstLine: 2 }),
      { ...unchanged, firstLine: 2 },
    ]);
  });

  test('are refused when a part of them cannot be read', () => {
    const { Invoice } = charged();
    expect(book.bring(importEntries, map, [{ ...row, Invoice, Total: 'x' }])).toEqual([
      refused({ type: 'AmountInvalid', text: 'x', reason: 'notANumber' }),
    ]);
  });
});
