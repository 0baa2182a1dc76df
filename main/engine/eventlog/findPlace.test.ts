import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlace } from './findPlace.ts';

test('finds the first place from which on it holds, wherever some cannot be asked', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 40 }),
      fc.nat({ max: 41 }),
      fc.array(fc.integer({ min: 1, max: 40 })),
      (last, first, holes) => {
        const found = findPlace(last, (place) => (holes.includes(place) ? null : place >= first));
        const known = Array.from({ length: last }, (_, index) => index + 1).filter(
          (place) => !holes.includes(place),
        );
        // Whether it is told by a hole's own number or by the next makes no difference to what is there.
        expect(known.filter((place) => place >= found)).toEqual(
          known.filter((place) => place >= first),
        );
      },
    ),
  );
});

test('asks few of many', () => {
  let asked = 0;
  const found = findPlace(1_000_000, (place) => {
    asked += 1;
    return place >= 765_432;
  });
  expect(found).toBe(765_432);
  expect(asked).toBeLessThan(25);
});
