import { describe, expect, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { correctDetails as applyChanges, type DetailChanges } from './details.ts';
import { archived, corrected, erased, personId, registered } from './facts.fixture.ts';
import { person } from './record.ts';

const { given } = specify(person);
const command = 'person/correct-details';
const birthDays = { earliest: '1800-01-01', latest: '2026-11-30' };
const to = (changes: object, reason?: string) => ({
  personId,
  changes,
  ...(reason === undefined ? {} : { reason }),
});

describe('a correction', () => {
  test('is written with its reason, and names in the clear only the fields', () =>
    given(registered())
      .when(command, to({ note: null, phones: ['112'], name: 'B. Hansen' }, 'New phone'))
      .thenWrote(
        corrected(
          ['name', 'phones', 'note'],
          { note: null, phones: ['112'], name: 'B. Hansen' },
          'New phone',
        ),
      ));

  test('takes an emptied field for one to remove', () =>
    given(registered())
      .when(command, to({ email: ' ' }))
      .thenWrote(corrected(['email'], { email: null })));

  test('is possible while the person is archived', () =>
    given(registered(), archived)
      .when(command, to({ note: 'x' }))
      .thenWrote(corrected(['note'], { note: 'x' })));
});

describe('a correction is refused', () => {
  test('when it changes nothing', () =>
    given(registered()).when(command, to({})).thenRefused({ type: 'ChangesEmpty' }));

  test('of a person nobody knows', () =>
    given()
      .when(command, to({ note: 'x' }))
      .thenRefused({ type: 'PersonNotFound', personId }));

  test('of a person who has been erased', () =>
    given(registered(), erased())
      .when(command, to({ note: 'x' }))
      .thenRefused({ type: 'PersonErased', personId }));

  test('when it takes the name away', () => {
    given(registered())
      .when(command, to({ name: null }))
      .thenInvalid('changes.name invalid_type');
    given(registered())
      .when(command, to({ name: ' ' }))
      .thenInvalid('changes.name NameEmpty');
  });

  test('to a day of birth that is still to come', () =>
    given(registered())
      .when(command, to({ birthDate: '2026-12-01' }))
      .thenRefused({ type: 'BirthDateOutOfRange', ...birthDays }));

  test('of a field that nobody knows', () =>
    given(registered())
      .when(command, to({ nickname: 'x' }))
      .thenInvalid('changes unrecognized_keys'));
});

describe('details', () => {
  const details = { name: 'A', reference: '1', phones: ['112'], note: 'n' };
  const cases: readonly (readonly [DetailChanges, object])[] = [
    [{ note: null }, { name: 'A', reference: '1', phones: ['112'] }],
    [{ phones: [] }, { name: 'A', reference: '1', phones: [], note: 'n' }],
    [
      { name: 'B', email: 'b@c' },
      { name: 'B', reference: '1', phones: ['112'], note: 'n', email: 'b@c' },
    ],
    [{ note: undefined }, details],
  ];
  test.each(cases)('corrected by %j', (changes, after) =>
    expect(applyChanges(details, changes)).toStrictEqual(after),
  );
});
