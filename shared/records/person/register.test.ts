import { describe, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { archived, erased, personId, registered } from './facts.fixture.ts';
import { person } from './record.ts';

const { given } = specify(person);
const command = 'person/register';
const named = (name: unknown, more: object = {}) => ({ details: { name, ...more } });

describe('a person', () => {
  test('is registered with a name alone', () =>
    given().when(command, named('Bjørn Hansen')).thenWrote(registered()));

  test('is registered with everything that is known', () => {
    const details = {
      name: 'Bjørn Hansen',
      reference: '4',
      phones: ['+47 22 44 22 22', '112'],
      email: 'bjorn.hansen@yahoo.no',
      address: 'Ullevålsveien 14\n0171 Oslo',
      birthDate: '1984-02-29',
      note: 'Calls before noon',
    };
    given()
      .when(command, { personId, details })
      .thenWrote({ type: 'person.registered', data: {}, personal: details });
  });

  test('answers with their id', () =>
    given().when(command, named('Bjørn Hansen')).thenAnswered({ personId }));

  test('is spelt one way: composed, trimmed, with single spaces, and lines where there are lines', () =>
    given()
      .when(command, named('  김민수\u00a0\tB ', { address: ' a\r\nb\tc ', note: ' \n ' }))
      .thenWrote(registered({ name: '김민수 B', address: 'a\nb c' })));

  test('leaves out what was left empty', () =>
    given()
      .when(command, named('A', { reference: '', email: ' ', phones: [] }))
      .thenWrote(registered({ name: 'A', phones: [] })));
});

describe('a name', () => {
  const names = [
    '🙂',
    '👩‍👩‍👧',
    '🇰🇷',
    '1️⃣',
    '\u200f\u202bمحمد\u202c',
    '5',
    "O'Neil",
    'さくら',
    'x'.repeat(500),
  ];
  test.each(names)('may be %s', (name) =>
    given().when(command, named(name)).thenWrote(registered({ name })),
  );

  const nameless = [
    '',
    ' \t\n ',
    '\u200f\u200f\u202e',
    '\u200b\u2060\ufeff',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\ufe0f',
    '\ufffc',
    '\u{1d159}',
    '\u200f\u3164\u2800\u00ad',
    '...',
  ];
  test.each(nameless)('has to be seen: %j is none', (name) =>
    given().when(command, named(name)).thenInvalid('details.name NameEmpty'),
  );

  test('has no control characters, whole characters only, and an end', () => {
    given().when(command, named('a\u0007b')).thenInvalid('details.name TextHasControlCharacters');
    given().when(command, named('a\ud83d')).thenInvalid('details.name TextMalformed');
    given()
      .when(command, named('x'.repeat(501)))
      .thenInvalid('details.name TextTooLong');
    given().when(command, named(7)).thenInvalid('details.name invalid_type');
  });
});

describe('a person is not registered', () => {
  test('twice', () =>
    given(registered(), archived)
      .when(command, named('A'))
      .thenRefused({ type: 'PersonAlreadyRegistered', personId }));

  test('again after an erasure', () =>
    given(registered(), erased())
      .when(command, named('A'))
      .thenRefused({ type: 'PersonErased', personId }));

  test.each(['0001-01-01', '1799-12-31', '2026-12-01'])('as born on %s', (birthDate) =>
    given()
      .when(command, named('A', { birthDate }))
      .thenRefused({ type: 'BirthDateOutOfRange', earliest: '1800-01-01', latest: '2026-11-30' }),
  );

  const issues: readonly (readonly [object, string])[] = [
    [{ birthDate: '2026-02-31' }, 'details.birthDate DateInvalid'],
    [{ email: 'somebody' }, 'details.email EmailInvalid'],
    [{ phones: Array.from({ length: 21 }, String) }, 'details.phones TooManyPhones'],
    [{ phones: [' '] }, 'details.phones.0 TextEmpty'],
    [{ phone: '112' }, 'details unrecognized_keys'],
    [{ reference: 'x'.repeat(101) }, 'details.reference TextTooLong'],
    [JSON.parse('{"__proto__":{"isAdmin":true}}') as object, 'details unrecognized_keys'],
  ];
  test.each(issues)('with %j', (more, issue) => {
    // Spread would set the prototype; `__proto__` has to stay a key as it does in parsed JSON.
    const details = Object.defineProperties({ name: 'A' }, Object.getOwnPropertyDescriptors(more));
    given().when(command, { details }).thenInvalid(issue);
  });
});
