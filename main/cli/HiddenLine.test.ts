import { describe, expect, test } from 'vitest';
import { createHiddenLine } from './HiddenLine.ts';

const typed = (...keys: readonly string[]): unknown => {
  const line = createHiddenLine();
  return keys.map((key) => line.type(key)).at(-1);
};

describe('what was entered', () => {
  test.each([
    [['secret\r'], 'secret'],
    [['secret\n'], 'secret'],
    [['s', 'e', 'c', '\r'], 'sec'],
    [['\r'], ''],
    [['abc\x7F\bd\r'], 'ad'],
    [['\x7Fa\r'], 'a'],
    [['한글\x7F국\r'], '한국'],
    [['\u1112\u1161\u11ab\u1100\u1173\x7F\r'], '\u1112\u1161\u11ab'],
    [['e\u0301\x7Fa\r'], 'a'],
    [['👩‍👩‍👧\x7Fa\r'], 'a'],
    [['wrong\x15right\r'], 'right'],
    [['a\x1B[Db\x1B[3~c\x1BOAd\r'], 'abcd'],
    [['a\x1B', '[', 'D', 'b\r'], 'ab'],
    [['a\x00\x01b\t\r'], 'ab'],
    [['a\x04b\r'], 'ab'],
    [[' with spaces \r'], ' with spaces '],
  ])('%j', (keys, text) => {
    expect(typed(...keys)).toEqual({ kind: 'entered', text });
  });
});

test('it can be left', () => {
  expect(typed('abc', '\x03')).toEqual({ kind: 'cancelled' });
  expect(typed('\x04')).toEqual({ kind: 'cancelled' });
  expect(typed('abc')).toEqual({ kind: 'more' });
});
