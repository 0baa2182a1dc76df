import { expect, it } from 'vitest';
import { nameState } from './nameState.ts';

const filling = { done: 1, total: 2 };
const filled = { done: 2, total: 2 };

it('tells a name that is not there yet from a damaged one and from an erased one', () => {
  const nameless = { name: null, erased: false };
  expect(nameState(nameless, filling)).toBe('loading');
  expect(nameState(nameless, filled)).toBe('unreadable');
  expect(nameState({ name: null, erased: true }, filling)).toBe('erased');
  expect(nameState({ name: null, erased: true }, filled)).toBe('erased');
  expect(nameState({ name: 'Ann', erased: false }, filling)).toBe('known');
});

it('takes an erased person for erased whatever else is said of them', () => {
  expect(nameState({ name: 'Ann', erased: true }, filled)).toBe('erased');
});
