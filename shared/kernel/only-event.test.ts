import { expect, test } from 'vitest';
import { onlyEvent } from './only-event.ts';

test('the one event is given', () => expect(onlyEvent(['a'])).toBe('a'));

test.each([[[]], [['a', 'b']]])('of %j there is none', (events) =>
  expect(() => onlyEvent(events)).toThrow(Error),
);
