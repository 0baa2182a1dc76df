import { expect, it } from 'vitest';
import { saidTypes } from '../../text/eventSentence.ts';
import { knownTypes } from './eventKinds.ts';

it('there are words for every type of every record', () =>
  expect(knownTypes.toSorted()).toEqual(saidTypes.toSorted()));
