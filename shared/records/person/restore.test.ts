import { describe, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { archived, erased, personId, registered, restored } from './facts.fixture.ts';
import { person } from './record.ts';

const { given } = specify(person);
const command = 'person/restore';

describe('a person', () => {
  test('is brought back', () =>
    given(registered(), archived).when(command, { personId }).thenWrote(restored));

  test('who was not away is not brought back', () =>
    given(registered()).when(command, { personId }).thenRefused({ type: 'NotArchived' }));

  test('whom nobody knows is not brought back', () =>
    given().when(command, { personId }).thenRefused({ type: 'PersonNotFound', personId }));

  test('who has been erased is not brought back', () =>
    given(registered(), archived, erased())
      .when(command, { personId })
      .thenRefused({ type: 'PersonErased', personId }));
});
