import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockToInteger,
  clockZero,
  compareCanonically,
  compareClocks,
  tick,
  type CanonicalOrder,
} from './hybrid-clock.ts';

const clock = fc.record({ ms: fc.nat({ max: 2 ** 41 }), counter: fc.nat({ max: 0xffff }) });

describe('the clock', () => {
  test('always goes on, whatever the wall clock says', () =>
    fc.assert(
      fc.property(clock, fc.nat({ max: 2 ** 41 }), (last, now) => {
        expect(compareClocks(tick(last, now), last)).toBeGreaterThan(0);
      }),
    ));

  test('takes the wall clock when that is ahead', () =>
    expect(tick({ ms: 5, counter: 7 }, 6)).toEqual({ ms: 6, counter: 0 }));

  test('counts while the wall clock stands still or runs backwards', () => {
    expect(tick({ ms: 5, counter: 7 }, 5)).toEqual({ ms: 5, counter: 8 });
    expect(tick({ ms: 5, counter: 7 }, 1)).toEqual({ ms: 5, counter: 8 });
  });

  test('borrows a millisecond when the counter is full', () =>
    expect(tick({ ms: 5, counter: 0xffff }, 5)).toEqual({ ms: 6, counter: 0 }));

  test('compares as its integer does, which fits 64 bits with a sign', () =>
    fc.assert(
      fc.property(clock, clock, (a, b) => {
        const [x, y] = [clockToInteger(a), clockToInteger(b)];
        expect(Math.sign(compareClocks(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
        expect(x).toBeLessThan(2n ** 63n);
      }),
    ));

  test('begins at zero', () => expect(clockToInteger(clockZero)).toBe(0n));
});

test('the canonical order is the same from wherever one starts', () => {
  const event: fc.Arbitrary<CanonicalOrder> = fc.record({
    clock: fc.record({ ms: fc.nat({ max: 2 }), counter: fc.nat({ max: 2 }) }),
    device: fc.constantFrom('a', 'b', 'c'),
    seq: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const sorted = events.toSorted(compareCanonically);
      expect(events.toReversed().toSorted(compareCanonically)).toEqual(sorted);
    }),
  );
});
