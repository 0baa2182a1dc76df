import { createRandom } from '../../shared/kernel/seeded-random.ts';
import type { World } from './dependencies.ts';

/** A world that stands still unless a test moves it, with randomness that comes from a seed. */
export interface TestWorld extends World {
  readonly advance: (milliseconds: number) => void;
  /** From now on every look at the clock takes this long: so work is cut into small slices. */
  readonly eachLookTakes: (milliseconds: number) => void;
}

let worlds = 0;

export const createTestWorld = (
  seed = (worlds += 1),
  startMs = Date.UTC(2026, 10, 23, 9),
): TestWorld => {
  let now = startMs;
  let look = 0;
  return {
    nowMs: () => now,
    elapsedMs: () => (now += look),
    utcOffsetMinutes: () => 0,
    randomBytes: createRandom(seed).bytes,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    eachLookTakes: (milliseconds) => {
      look = milliseconds;
    },
  };
};
