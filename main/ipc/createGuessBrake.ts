import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';

/** Holds those up who try one passphrase after the other at a daybook that somebody left open. */
export interface GuessBrake {
  /** Runs what a passphrase is tried by: in turn, and later the more of them were wrong. */
  readonly guess: <Value>(
    work: () => Promise<Result<Value, Refusal>>,
  ) => Promise<Result<Value, Refusal>>;
}

/** Wrong ones that somebody may type by mistake. */
const FREE = 3;
/** **Units:** milliseconds. */
const LONGEST_MS = 30_000;

/** How long the next guess waits after so many wrong ones. **Units:** milliseconds. */
const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(1000 * 2 ** (wrong - FREE), LONGEST_MS);

export const createGuessBrake = (wait: (milliseconds: number) => Promise<unknown>): GuessBrake => {
  let wrong = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    guess: (work) => {
      const attempt = last.then(async () => {
        if (wrong >= FREE) await wait(waitAfter(wrong));
        const outcome = await work();
        if (outcome.ok) wrong = 0;
        else if (outcome.error.type === 'WrongPassphrase') wrong += 1;
        return outcome;
      });
      // Many at once wait for each other, so that none is tried before the ones before it were counted.
      last = attempt.catch(() => undefined);
      return attempt;
    },
  };
};
