import { rmSync } from 'node:fs';
import { hiddenSamplesIn } from '../sample/hiddenSample.ts';
import { isLeftBehind } from './isLeftBehind.ts';

/** Removes the samples that runs of the program were making, or removing, when they were killed. */
export const sweepSamples = (home: string): void => {
  for (const { folder, pid } of hiddenSamplesIn(home)) {
    try {
      if (isLeftBehind(folder, pid)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run was quicker, or it is another user's.
    }
  }
};
