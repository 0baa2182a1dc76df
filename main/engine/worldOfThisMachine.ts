import { randomBytes } from 'node:crypto';
import type { World } from './dependencies.ts';

/** The clock and the randomness of the machine: the only place where the engine touches them. */
export const worldOfThisMachine: World = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  utcOffsetMinutes: () => -new Date().getTimezoneOffset(),
  randomBytes: (count) => randomBytes(count),
};
