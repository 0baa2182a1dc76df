import { describe, expect, test } from 'vitest';
import { createLine } from './createLine.ts';

describe('a line', () => {
  test('has nobody first while it is empty', () => {
    const line = createLine<number>();
    expect(line.first()).toBeUndefined();
    line.add(1);
    line.advance();
    expect(line.first()).toBeUndefined();
  });

  test('leaves the first where it is until it has been served', () => {
    const line = createLine<number>();
    line.add(1);
    line.add(2);
    expect([line.first(), line.first()]).toEqual([1, 1]);
    line.advance();
    expect(line.first()).toBe(2);
  });

  test('serves in order, however long it gets and though it never runs empty', () => {
    const line = createLine<number>();
    const served: (number | undefined)[] = [];
    let added = 0;
    const add = () => line.add((added += 1));
    add();
    for (let round = 0; round < 30_000; round += 1) {
      add();
      served.push(line.first());
      line.advance();
    }
    expect(served).toEqual(Array.from({ length: 30_000 }, (_, index) => index + 1));
    expect(line.first()).toBe(30_001);
  });
});
