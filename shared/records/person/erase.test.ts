import { describe, expect, test } from 'vitest';
import { eventIdAt, specify } from '../../kernel/specification.ts';
import { erase } from './erase.ts';
import { archived, erased, personId, registered } from './facts.fixture.ts';
import { person } from './record.ts';

const { given } = specify(person);
const command = 'person/erase';
const input = { personId, ground: 'request', confirm: personId };
const withReference = { facts: { reference: 'A 4', name: 'Ada Lee' } };
const withoutReference = { facts: { reference: null, name: 'Ada Lee' } };

describe('an erasure', () => {
  test('is confirmed by the id, in whatever case', () =>
    given(registered())
      .where(withoutReference)
      .when(command, { ...input, confirm: ` ${personId.toUpperCase()} ` })
      .thenWrote(erased()));

  test('is confirmed by the reference', () =>
    given(registered(), archived)
      .where(withReference)
      .when(command, { ...input, confirm: ' A  4' })
      .thenWrote(erased()));

  test('is confirmed by the name, where there is no reference', () =>
    given(registered())
      .where(withoutReference)
      .when(command, { ...input, confirm: ' Ada  Lee' })
      .thenWrote(erased()));

  test('keeps its ground', () =>
    given(registered())
      .where(withoutReference)
      .when(command, { ...input, ground: 'legal-obligation' })
      .thenWrote(erased('legal-obligation')));

  test('keeps no words of the user, as nothing could seal them', () =>
    given(registered())
      .where(withoutReference)
      .when(command, { ...input, ground: 'Ms Kim asked on the phone' })
      .thenWrote(erased('other')));

  test('may leave the texts that the law wants kept, and take them later', () => {
    given(registered())
      .where(withoutReference)
      .when(command, { ...input, classes: ['profile'] })
      .thenWrote(erased('request', ['profile']));
    given(registered(), erased('request', ['profile']))
      .where(withoutReference)
      .when(command, input)
      .thenWrote(erased('request', ['statutory']));
  });

  test('answers with a receipt of what is gone and what stays', () => {
    const receipt = {
      personId,
      erasedAt: Date.UTC(2026, 10, 23) + 2,
      ground: 'request',
      eventId: eventIdAt(2),
    };
    given(registered())
      .where(withoutReference)
      .when(command, input)
      .thenAnswered({
        receipt: {
          ...receipt,
          classes: ['profile', 'statutory'],
          destroyed: ['details', 'entryTexts'],
          remains: ['ids', 'amounts', 'dates'],
        },
      });
    given(registered())
      .where(withoutReference)
      .when(command, { ...input, classes: ['profile'] })
      .thenAnswered({
        receipt: {
          ...receipt,
          classes: ['profile'],
          destroyed: ['details'],
          remains: ['entryTexts', 'ids', 'amounts', 'dates'],
        },
      });
  });
});

describe('an erasure is refused', () => {
  test('when something else was typed', () => {
    const differs = { type: 'ConfirmationDiffers' };
    for (const confirm of ['', 'A', 'a 4', 'null', 'Ada Lee'])
      given(registered())
        .where(withReference)
        .when(command, { ...input, confirm })
        .thenRefused(differs);
    for (const confirm of ['', 'Ada', 'null'])
      given(registered())
        .where(withoutReference)
        .when(command, { ...input, confirm })
        .thenRefused(differs);
    given(registered())
      .where({ facts: { reference: null, name: null } })
      .when(command, { ...input, confirm: '' })
      .thenRefused(differs);
  });

  test('of a person nobody knows', () =>
    given()
      .where(withoutReference)
      .when(command, input)
      .thenRefused({ type: 'PersonNotFound', personId }));

  test('the second time', () =>
    given(registered(), erased())
      .where(withoutReference)
      .when(command, input)
      .thenRefused({ type: 'PersonErased', personId }));

  test('without a ground', () =>
    given(registered())
      .when(command, { ...input, ground: ' ' })
      .thenInvalid('ground TextEmpty'));
});

describe('what is to be typed', () => {
  const asking = (rows: object[]) =>
    erase.consult?.({ personId, ground: 'request', confirm: 'A 4' })?.(() => ({
      rows,
      next: null,
    }));

  test('is what is known of the person', () => {
    const known = { reference: 'A 4', name: 'Ada Lee' };
    expect(asking([known])).toEqual(known);
  });

  test.each([[[]], [[{ reference: null, name: null }]]])('is nothing for %j', (rows) =>
    expect(asking(rows)).toEqual({ reference: null, name: null }),
  );

  test('is not asked for where the id was typed', () => {
    const confirm = personId.toUpperCase();
    expect(erase.consult?.({ personId, ground: 'request', confirm })).toBeNull();
  });
});
