import { beforeEach, describe, expect, test } from 'vitest';
import { added, map, openBook, refused, row, unchanged, usd } from './entries.fixture.ts';
import { importEntries } from './entries.ts';

let book = openBook();
beforeEach(() => {
  book = openBook();
});

describe('rows of entries', () => {
  test('are charged and paid', () => {
    const paid = { ...row, Invoice: '18', Kind: 'pay', Total: '2' };
    expect(book.bring(importEntries, map, [row, paid])).toEqual([added, added]);
    expect(book.balances()).toEqual([-2]);
  });

  test('add nothing the second time', () => {
    book.bring(importEntries, map, [row]);
    expect(book.bring(importEntries, map, [row])).toEqual([unchanged]);
    expect(book.balances()).toEqual([198]);
  });

  test('without a reference of their own are entered again', () => {
    const { reference: _, ...withoutReference } = map;
    book.bring(importEntries, withoutReference, [row]);
    expect(book.bring(importEntries, withoutReference, [row])).toEqual([added]);
    expect(book.bring(importEntries, map, [{ ...row, Invoice: '' }])).toEqual([added]);
    expect(book.balances()).toEqual([594]);
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
    book.openAccount('4');
    expect(book.bring(importEntries, map, [row])).toEqual([added]);
    expect(book.balances()).toEqual([-198, 198]);
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
    expect(book.balances()).toEqual([198]);
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
    [{ Total: '1.0051' }, amount('1.0051', 'tooManyDecimals')],
    [{ Total: '1.005' }, amount('1.005', 'ambiguous')],
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
    expect(book.balances()).toEqual([0]);
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
    book.openAccount('4');
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
    expect(book.balances()).toEqual([198]);
  });
});

test('a map is refused that names a column which the file has not got', () =>
  expect(importEntries.begin(map, ['Customer', 'Invoice', 'Kind', 'Total'])).toEqual({
    ok: false,
    error: { type: 'MapNamesUnknownColumn', column: 'Date' },
  }));
