import { beforeEach, describe, expect, test } from 'vitest';
import { createBook } from './book.fixture.ts';
import { importEntries } from './entries.ts';

const map = {
  person: '{Customer}',
  reference: '{Invoice}',
  kind: '{Kind}',
  amount: '{Total}',
  occurredOn: '{Date}',
  memo: 'Invoice {Invoice}',
};
const row = { Customer: '4', Invoice: '17', Kind: 'charge', Total: '1.98', Date: '2021-01-01' };
const added = { kind: 'added' };
const unchanged = { kind: 'unchanged', differing: [] };
const usd = (minor: number) => ({ currency: 'USD', minor });
const refused = (error: object) => ({ kind: 'refused', error });

let book = createBook();
beforeEach(() => {
  book = createBook();
  book.execute('person/register', { details: { name: 'Bjørn', reference: '4' } });
  openAccount('4');
});

const openAccount = (reference: string): string => {
  const opened = book.execute('credit-account/open', {
    personId: book.byReference(reference)[0]?.personId,
    limit: usd(1000),
  });
  return opened.ok ? opened.value : '';
};

const balances = () => book.accounts().map(([, { balance }]) => balance);

describe('rows of entries', () => {
  test('are charged and paid', () => {
    const paid = { ...row, Invoice: '18', Kind: 'pay', Total: '2' };
    expect(book.bring(importEntries, map, [row, paid])).toEqual([added, added]);
    expect(balances()).toEqual([-2]);
  });

  test('add nothing the second time', () => {
    book.bring(importEntries, map, [row]);
    expect(book.bring(importEntries, map, [row])).toEqual([unchanged]);
    expect(balances()).toEqual([198]);
  });

  test('without a reference of their own are entered again', () => {
    const { reference: _, ...withoutReference } = map;
    book.bring(importEntries, withoutReference, [row]);
    expect(book.bring(importEntries, withoutReference, [row])).toEqual([added]);
    expect(book.bring(importEntries, map, [{ ...row, Invoice: '' }])).toEqual([added]);
    expect(balances()).toEqual([594]);
  });

  test('may have a kind for all, and a day with midnight after it', () => {
    const rows = ['2021-01-01 00:00:00', '2021-01-01T00:00', '2021-01-01T00:00:00.000Z'].map(
      (Date, index) => ({ ...row, Date, Invoice: String(index) }),
    );
    expect(book.bring(importEntries, { ...map, kind: 'charge' }, rows)).toEqual([
      added,
      added,
      added,
    ]);
  });

  test('go to the open account when there is a closed one too, and to a closed one to be paid', () => {
    const [[first] = ['']] = book.accounts();
    book.execute('credit-account/close', { accountId: first });
    expect(book.bring(importEntries, map, [{ ...row, Kind: 'pay' }])).toEqual([added]);
    openAccount('4');
    expect(book.bring(importEntries, map, [row])).toEqual([added]);
    expect(balances()).toEqual([-198, 198]);
  });
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
    expect(balances()).toEqual([198]);
  });

  test('are others where they are of another kind: receipts have numbers of their own', () => {
    book.bring(importEntries, map, [row]);
    expect(book.bring(importEntries, map, [{ ...row, Kind: 'pay' }])).toEqual([added]);
    expect(balances()).toEqual([0]);
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
    openAccount('4');
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
    expect(balances()).toEqual([396]);
  });

  test('name what they say otherwise, and change nothing', () => {
    const { Invoice } = charged();
    const other = { Invoice, Kind: 'pay', Total: '2', Date: '2021-01-02', Memo: 'Milk' };
    expect(book.bring(importEntries, withMemo, [{ ...row, ...other }])).toEqual([
      { kind: 'unchanged', differing: ['kind', 'amount', 'occurredOn', 'memo'] },
    ]);
    expect(balances()).toEqual([198]);
  });

  test('add nothing whatever has become of the account', () => {
    const { accountId, Invoice } = charged();
    const { memo: _, ...withoutMemo } = map;
    const own = { ...row, Invoice };
    openAccount('4');
    openAccount('4');
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
    if (people.length > 0) openAccount('5');
    const { memo: _, ...withoutMemo } = map;
    expect(book.bring(importEntries, withoutMemo, [{ ...row, Customer: '5', Invoice }])).toEqual([
      { kind: 'unchanged', differing: ['person'] },
    ]);
    expect(balances()).toEqual([198, ...people.map(() => 0)]);
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

describe('an approval', () => {
  const withApproval = { ...map, approval: '{Approval}' };

  test('lets a charge pass the limit, and is nothing to a payment or within the limit', () => {
    const over = { ...row, Total: '10.01', Approval: 'Pays on Friday' };
    const paid = { ...row, Invoice: '18', Kind: 'pay', Total: '10.01', Approval: 'x' };
    const within = { ...row, Invoice: '19', Approval: 'x' };
    expect(book.bring(importEntries, withApproval, [over, paid, within])).toEqual([
      added,
      added,
      added,
    ]);
    expect(balances()).toEqual([198]);
  });

  test('that is empty lets nothing pass', () => {
    const over = { ...row, Total: '10.01', Approval: ' ' };
    expect(book.bring(importEntries, withApproval, [over])).toMatchObject([
      { error: { type: 'CreditLimitExceeded' } },
    ]);
  });
});

describe('a row of an entry is refused', () => {
  const amount = (text: string, reason: string) => ({ type: 'AmountInvalid', text, reason });
  const cases: readonly (readonly [object, object])[] = [
    [{ Total: '1.005' }, amount('1.005', 'tooManyDecimals')],
    [{ Total: '1e9' }, amount('1e9', 'notANumber')],
    [{ Total: '9²' }, amount('9²', 'notANumber')],
    [{ Total: '1,98' }, amount('1,98', 'notANumber')],
    [{ Total: '' }, amount('', 'notANumber')],
    [{ Total: '-0' }, amount('-0', 'notPositive')],
    [{ Total: '0.00' }, amount('0.00', 'notPositive')],
    [{ Total: '-5' }, amount('-5', 'notPositive')],
    [{ Total: '99999999999' }, amount('99999999999', 'tooLarge')],
    [{ Date: '2021-02-31' }, { type: 'DateInvalid', text: '2021-02-31' }],
    [{ Date: '2021-01-01 10:30:00' }, { type: 'DateInvalid', text: '2021-01-01 10:30:00' }],
    [{ Date: '1/2/2021' }, { type: 'DateInvalid', text: '1/2/2021' }],
    [{ Kind: 'refund' }, { type: 'KindInvalid', text: 'refund' }],
    [{ Kind: 'constructor' }, { type: 'KindInvalid', text: 'constructor' }],
    [{ Customer: '5' }, { type: 'PersonNotFound', reference: '5' }],
    [{ Customer: '' }, { type: 'PersonNotFound', reference: '' }],
    [{ Customer: 'x'.repeat(300) }, { type: 'PersonNotFound', reference: 'x'.repeat(300) }],
    [
      { Total: '10.01' },
      {
        type: 'CreditLimitExceeded',
        available: usd(1000),
        requested: usd(1001),
      },
    ],
  ];
  test.each(cases)('for %j', (cells, error) => {
    expect(book.bring(importEntries, map, [{ ...row, ...cells }])).toEqual([refused(error)]);
    expect(balances()).toEqual([0]);
  });

  test('for everything that is wrong with it', () => {
    const wrong = { Customer: '5', Invoice: '1', Kind: 'refund', Total: '1,98', Date: 'soon' };
    expect(book.bring(importEntries, map, [wrong])).toEqual([
      {
        ...refused({ type: 'KindInvalid', text: 'refund' }),
        more: [
          amount('1,98', 'notANumber'),
          { type: 'DateInvalid', text: 'soon' },
          { type: 'PersonNotFound', reference: '5' },
        ],
      },
    ]);
  });

  test('when its person has no account', () => {
    book.execute('person/register', { details: { name: 'A', reference: '5' } });
    expect(book.bring(importEntries, map, [{ ...row, Customer: '5' }])).toEqual([
      refused({ type: 'AccountNotFound', reference: '5' }),
    ]);
  });

  test('when its person has two', () => {
    openAccount('4');
    expect(book.bring(importEntries, map, [row])).toEqual([
      refused({ type: 'AccountAmbiguous', reference: '4', accounts: 2 }),
    ]);
  });

  test('when two people have the reference', () => {
    book.execute('person/register', { details: { name: 'A', reference: '4' } });
    expect(book.bring(importEntries, map, [row])).toEqual([
      refused({ type: 'ReferenceAmbiguous', reference: '4', people: 2 }),
    ]);
  });

  test('when an earlier row of the file says something else under the same reference', () => {
    const other = { ...row, Total: '2.00' };
    expect(book.bring(importEntries, map, [row, other, row])).toEqual([
      added,
      refused({ type: 'EntryReferenceRepeated', reference: '17', firstLine: 2 }),
      { ...unchanged, firstLine: 2 },
    ]);
    expect(balances()).toEqual([198]);
  });
});

test('a map is refused that names a column which the file has not got', () =>
  expect(importEntries.begin(map, ['Customer', 'Invoice', 'Kind', 'Total'])).toEqual({
    ok: false,
    error: { type: 'MapNamesUnknownColumn', column: 'Date' },
  }));
