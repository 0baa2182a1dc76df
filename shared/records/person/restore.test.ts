import { describe, test } from 'vitest';
import { eventIdAt, specify } from '../../kernel/specification.ts';
import { archived, erased, personId, registered, restored } from './facts.fixture.ts';
import { person } from './record.ts';

const { given } = specify(person);
const command = 'person/restore';

describe('a person', () => {
  test('is brought back', () =>
    given(registered(), archived).when(command, { personId }).thenWrote(restored));

  test('is brought back where an archiving is taken back, unless there was another one since', () => {
    given(registered(), archived)
      .when(command, { personId, undoes: eventIdAt(2) })
      .thenWrote(restored);
    given(registered(), archived, restored, archived)
      .when(command, { personId, undoes: eventIdAt(2) })
      .thenRefused({ type: 'StatusChangedSince' });
  });

  test('and the answer names the event', () =>
    given(registered(), archived)
      .when(command, { personId })
      .thenAnswered({ eventId: eventIdAt(3) }));

  test('who was not away is not brought back', () =>
    given(registered()).when(command, { personId }).thenRefused({ type: 'NotArchived' }));

  test('whom nobody knows is not brought back', () =>
    given().when(command, { personId }).thenRefused({ type: 'PersonNotFound', personId }));

  test('who has been erased is not brought back', () =>
    given(registered(), archived, erased())
      .when(command, { personId })
      .thenRefused({ type: 'PersonErased', personId }));
});
