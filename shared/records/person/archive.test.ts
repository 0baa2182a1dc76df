import { describe, test } from 'vitest';
import { eventIdAt, specify } from '../../kernel/specification.ts';
import { archived, erased, personId, registered, restored } from './facts.fixture.ts';
import { person } from './record.ts';

const { given } = specify(person);
const command = 'person/archive';

describe('a person', () => {
  test('is archived, and after a return archived again', () => {
    given(registered()).when(command, { personId }).thenWrote(archived);
    given(registered(), archived, restored).when(command, { personId }).thenWrote(archived);
  });

  test('is not archived twice', () =>
    given(registered(), archived)
      .when(command, { personId })
      .thenRefused({ type: 'AlreadyArchived' }));

  test('is archived again where a return is taken back, unless there was another one since', () => {
    const facts = [registered(), archived, restored];
    given(...facts)
      .when(command, { personId, undoes: eventIdAt(3) })
      .thenWrote(archived);
    given(...facts, archived, restored)
      .when(command, { personId, undoes: eventIdAt(3) })
      .thenRefused({ type: 'StatusChangedSince' });
  });

  test('and the answer names the event', () =>
    given(registered())
      .when(command, { personId })
      .thenAnswered({ eventId: eventIdAt(2) }));

  test('whom nobody knows is not archived', () =>
    given().when(command, { personId }).thenRefused({ type: 'PersonNotFound', personId }));

  test('who has been erased is not archived', () =>
    given(registered(), erased())
      .when(command, { personId })
      .thenRefused({ type: 'PersonErased', personId }));
});
