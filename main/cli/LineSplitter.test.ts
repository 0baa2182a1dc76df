import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineSplitter } from './LineSplitter.ts';

const MAX = 10;

/** Lines as text with their numbers; null for one that was too long. */
const split = (chunks: readonly string[]): [number, string | null][] => {
  const splitter = createLineSplitter(MAX);
  const lines = chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk)));
  return [...lines, ...splitter.end()].map((line) => [
    line.number,
    line.kind === 'line' ? Buffer.from(line.bytes).toString() : null,
  ]);
};

describe('lines', () => {
  test.each([
    [
      ['a\nb\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      ['a\n', '\n', 'b'],
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
      ],
    ],
    [['a', 'b', '\r\n'], [[1, 'ab\r']]],
    [['1234567890\n'], [[1, '1234567890']]],
    [
      ['1234567890x\nb\n'],
      [
        [1, null],
        [2, 'b'],
      ],
    ],
    [
      ['12345', '67890', 'x', 'y', '\nb'],
      [
        [1, null],
        [2, 'b'],
      ],
    ],
    [['12345678901'], [[1, null]]],
    [[''], []],
    [[], []],
  ])('%j', (chunks, expected) => {
    expect(split(chunks)).toEqual(expected);
  });

  test('it does not matter how the bytes are cut', () => {
    const text = fc.array(fc.constantFrom('a', '한', '\n', '0123456789'), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(4), { maxLength: 40 }), (parts, cuts) => {
        const bytes = Buffer.from(parts.join(''));
        const splitter = createLineSplitter(MAX);
        const lines = [];
        let from = 0;
        for (const cut of cuts) {
          lines.push(...splitter.push(bytes.subarray(from, from + cut)));
          from += cut;
        }
        lines.push(...splitter.push(bytes.subarray(from)), ...splitter.end());
        const whole = createLineSplitter(MAX);
        expect(lines).toEqual([...whole.push(bytes), ...whole.end()]);
      }),
    );
  });

  test('a line that never ends is not held', () => {
    const splitter = createLineSplitter(1000);
    const before = process.memoryUsage().arrayBuffers;
    for (let index = 0; index < 1000; index += 1)
      expect(splitter.push(Buffer.alloc(1_000_000, 'x'))).toEqual([]);
    // Of the thousand megabytes some wait for the garbage collector.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300_000_000);
    expect(splitter.end()).toEqual([{ kind: 'tooLong', number: 1 }]);
  });
});
