import { describe, expect, test } from 'vitest';
import { createBook } from './book.fixture.ts';
import { importPeople } from './people.ts';

const map = {
  details: {
    reference: '{Id}',
    name: '{First} {Last}',
    phones: ['{Phone}', '{Fax}'],
    email: '{Mail}',
  },
  account: { limit: '37.62' },
};
const bjorn = { Id: '4', First: 'Bjørn', Last: 'Hansen', Phone: '112', Fax: '112', Mail: '' };
const leonie = { Id: '2', First: 'Leonie', Last: '', Phone: '', Fax: '', Mail: 'l@k.de' };
const added = { kind: 'added' };
const unchanged = (...differing: string[]) => ({ kind: 'unchanged', differing });
const refused = (error: object) => ({ kind: 'refused', error });

describe('rows of people', () => {
  test('become people with accounts', () => {
    const book = createBook();
    expect(book.bring(importPeople, map, [bjorn, leonie])).toEqual([added, added]);
    expect(book.byReference('4').map(({ details }) => details)).toEqual([
      { name: 'Bjørn Hansen', reference: '4', phones: ['112'] },
    ]);
    expect(book.byReference('2').map(({ details }) => details)).toEqual([
      { name: 'Leonie', reference: '2', email: 'l@k.de' },
    ]);
    expect(book.accounts().map(([, { limit, personId }]) => [limit, personId])).toEqual([
      [3762, book.byReference('4')[0]?.personId],
      [3762, book.byReference('2')[0]?.personId],
    ]);
  });

  test('have their telephone numbers in plain figures', () => {
    const book = createBook();
    book.bring(importPeople, map, [{ ...bjorn, Phone: '０１０－１２３４', Fax: ' 010-1234 ' }]);
    expect(book.byReference('4').map(({ details }) => details?.phones)).toEqual([['010-1234']]);
  });

  test('add nothing the second time', () => {
    const book = createBook();
    book.bring(importPeople, map, [bjorn, leonie]);
    expect(book.bring(importPeople, map, [bjorn, leonie])).toEqual([unchanged(), unchanged()]);
    expect(book.accounts()).toHaveLength(2);
  });

  test('name what they say otherwise, and change nothing', () => {
    const book = createBook();
    book.bring(importPeople, map, [bjorn]);
    const other = { ...bjorn, First: 'Björn', Phone: '113', Mail: 'b@h.no' };
    expect(book.bring(importPeople, map, [other])).toEqual([unchanged('name', 'phones', 'email')]);
    expect(book.byReference('4')[0]?.details.name).toBe('Bjørn Hansen');
  });

  test('that leave something empty do not differ by it', () => {
    const book = createBook();
    book.bring(importPeople, map, [bjorn]);
    expect(book.bring(importPeople, map, [{ ...bjorn, Phone: '', Fax: '' }])).toEqual([
      unchanged(),
    ]);
  });

  test('are known again within one file', () => {
    const book = createBook();
    const again = { ...bjorn, Id: ' 4 ', Phone: '' };
    expect(book.bring(importPeople, map, [bjorn, again, bjorn])).toEqual([
      added,
      { ...unchanged(), firstLine: 2 },
      { ...unchanged(), firstLine: 2 },
    ]);
    expect(book.byReference('4')).toHaveLength(1);
  });

  test('that have no reference of their own are known by their id', () => {
    const book = createBook();
    const registered = book.execute('person/register', { details: { name: 'None' } });
    const none = { Id: registered.ok ? registered.value : '', First: 'None' };
    expect(book.bring(importPeople, map, [{ ...leonie, ...none }])).toEqual([
      { ...added, differing: ['email'] },
    ]);
    expect(book.accounts().map(([, { personId }]) => personId)).toEqual([none.Id]);
    expect(book.bring(importPeople, map, [{ ...leonie, ...none }])).toEqual([unchanged('email')]);
  });

  test('name the limit that they say otherwise', () => {
    const book = createBook();
    book.bring(importPeople, map, [bjorn]);
    const other = { ...map, account: { limit: '90' } };
    expect(book.bring(importPeople, other, [bjorn])).toEqual([unchanged('limit')]);
    expect(book.accounts().map(([, { limit }]) => limit)).toEqual([3762]);
  });

  test('name what they say otherwise also where they open an account', () => {
    const book = createBook();
    book.bring(importPeople, { details: map.details }, [bjorn]);
    expect(book.bring(importPeople, map, [{ ...bjorn, Last: 'Olsen' }])).toEqual([
      { ...added, differing: ['name'] },
    ]);
  });

  test('open one account for somebody whom they name by reference and by id', () => {
    const book = createBook();
    book.bring(importPeople, { details: map.details }, [bjorn]);
    const byId = { ...bjorn, Id: book.byReference('4')[0]?.personId ?? '' };
    expect(book.bring(importPeople, map, [bjorn, byId, { ...byId, Last: 'Olsen' }])).toEqual([
      added,
      { ...unchanged(), firstLine: 2 },
      refused({ type: 'PersonReferenceRepeated', reference: byId.Id, firstLine: 2 }),
    ]);
    expect(book.accounts()).toHaveLength(1);
  });

  test('open the account that a known person has not got yet', () => {
    const book = createBook();
    const { details } = map;
    expect(book.bring(importPeople, { details }, [bjorn])).toEqual([added]);
    expect(book.accounts()).toHaveLength(0);
    expect(book.bring(importPeople, map, [bjorn])).toEqual([added]);
    expect(book.bring(importPeople, map, [bjorn])).toEqual([unchanged()]);
    expect(book.accounts()).toHaveLength(1);
  });
});

describe('a row of a person is refused', () => {
  const cases: readonly (readonly [object, object])[] = [
    [{ Id: '' }, { type: 'ReferenceMissing' }],
    [
      { First: '\u200f', Last: '\u202e' },
      { type: 'InputInvalid', issues: [{ path: 'details.name', problem: 'NameEmpty' }] },
    ],
    [
      { First: '', Last: '' },
      { type: 'InputInvalid', issues: [{ path: 'details.name', problem: 'NameEmpty' }] },
    ],
    [
      { Mail: 'nowhere' },
      { type: 'InputInvalid', issues: [{ path: 'details.email', problem: 'EmailInvalid' }] },
    ],
    [
      { First: 'x'.repeat(10_000_000) },
      { type: 'InputInvalid', issues: expect.any(Array) as unknown },
    ],
  ];
  test.each(cases)('case %#', (cells, error) => {
    const book = createBook();
    expect(book.bring(importPeople, map, [{ ...bjorn, ...cells }, bjorn])).toEqual([
      refused(error),
      added,
    ]);
  });

  test.each([
    ['-1', 'negative'],
    ['1.0051', 'tooManyDecimals'],
    ['1.005', 'ambiguous'],
    ['1e9', 'notANumber'],
    ['9²', 'notANumber'],
  ])('for a limit of %j', (limit, reason) => {
    const book = createBook();
    const withLimit = { ...map, account: { limit: '{Limit}' } };
    expect(book.bring(importPeople, withLimit, [{ ...bjorn, Limit: limit }])).toEqual([
      refused({ type: 'AmountInvalid', field: 'limit', text: limit, reason }),
    ]);
    expect(book.byReference('4')).toEqual([]);
  });

  test('for a day of birth that is none, which it has as the file has it', () => {
    const withBirth = { ...map, details: { ...map.details, birthDate: '{Born}' } };
    const issues = [{ path: 'details.birthDate', problem: 'DateInvalid' }];
    const born = { type: 'InputInvalid', issues, text: '31.31.1980' };
    expect(
      createBook().bring(importPeople, withBirth, [
        { ...bjorn, Born: '31.31.1980' },
        { ...bjorn, Mail: 'nowhere', Born: '31.31.1980' },
      ]),
    ).toEqual([
      refused(born),
      {
        ...refused({
          type: 'InputInvalid',
          issues: [{ path: 'details.email', problem: 'EmailInvalid' }],
        }),
        more: [born],
      },
    ]);
  });

  test('for everything that is wrong with it', () => {
    const withLimit = { ...map, account: { limit: '{Limit}' } };
    const row = { ...bjorn, Id: '', First: '', Last: '', Mail: 'nowhere', Limit: '-1' };
    expect(createBook().bring(importPeople, withLimit, [row])).toEqual([
      {
        ...refused({
          type: 'InputInvalid',
          issues: [
            { path: 'details.name', problem: 'NameEmpty' },
            { path: 'details.email', problem: 'EmailInvalid' },
          ],
        }),
        more: [
          { type: 'ReferenceMissing' },
          { type: 'AmountInvalid', field: 'limit', text: '-1', reason: 'negative' },
        ],
      },
    ]);
  });

  test.each([
    ['details', { Last: 'Olsen' }],
    ['details that were left out', { Mail: 'b@h.no' }],
    ['a limit', { Limit: '2' }],
  ])('when an earlier row says %s otherwise under its reference', (_what, other) => {
    const withLimit = { ...map, account: { limit: '{Limit}' } };
    const row = { ...bjorn, Limit: '1' };
    const repeated = { type: 'PersonReferenceRepeated', reference: '4', firstLine: 2 };
    const book = createBook();
    const rows = [row, { ...row, ...other }, { ...row, Limit: '' }];
    expect(book.bring(importPeople, withLimit, rows)).toEqual([
      added,
      refused(repeated),
      { ...unchanged(), firstLine: 2 },
    ]);
    // As much in a second run, when the daybook has the person.
    expect(book.bring(importPeople, withLimit, rows)).toEqual([
      unchanged(),
      refused(repeated),
      { ...unchanged(), firstLine: 2 },
    ]);
  });

  test('when two people have its reference', () => {
    const book = createBook();
    for (const name of ['A', 'B'])
      book.execute('person/register', { details: { name, reference: '4' } });
    expect(book.bring(importPeople, map, [bjorn])).toEqual([
      refused({ type: 'ReferenceAmbiguous', reference: '4', people: 2 }),
    ]);
  });
});

test('a row without a limit brings a person without an account', () => {
  const book = createBook();
  const withLimit = { ...map, account: { limit: '{Limit}' } };
  const rows = [
    { ...bjorn, Limit: '' },
    { ...bjorn, Id: '5', Limit: '1' },
  ];
  expect(book.bring(importPeople, withLimit, rows)).toEqual([added, added]);
  expect(book.accounts()).toHaveLength(1);
});

describe('a map is refused', () => {
  test('that names a column which the file has not got', () =>
    expect(importPeople.begin(map, ['Id', 'First', 'Last', 'Phone', 'Fax'])).toEqual({
      ok: false,
      error: { type: 'MapNamesUnknownColumn', column: 'Mail' },
    }));

  test.each([
    {},
    { details: { name: '{First}' } },
    { details: { reference: '{Id}', name: 7 } },
    { details: { reference: '{Id}', name: '{First}', nickname: '{Last}' } },
    { ...map, account: {} },
    JSON.parse('{"details":{"reference":"{Id}","name":"{First}","__proto__":{}}}') as object,
  ])('%j', (wrong) => expect(importPeople.map.safeParse(wrong).success).toBe(false));
});
