import type { ViewInput } from '../../../shared/contract.ts';
import type { ViewRows } from '../../../shared/kernel/view.ts';

export type LogOrder = 'newest' | 'oldest';

/** An answer as far as it says where events stand. */
export type Found = ViewRows<{ readonly position: number }>;

/** Which position each line of a list has. Of the events at them it knows nothing. */
export interface LogPlaces {
  readonly count: () => number;
  readonly at: (index: number) => number | undefined;
  /** Null where a position is not in the list, as far as is known. */
  readonly indexOf: (position: number) => number | null;
  /** True when the list is as long as it is going to be, but for what comes in from now on. */
  readonly isComplete: () => boolean;
  /** How far the log was looked through; null when that is done, or not needed. */
  readonly looked: () => { readonly done: number; readonly total: number } | null;
  /** How many are known above those in the list. */
  readonly newer: () => number;
  readonly showNewer: () => void;
  readonly logEndsAt: (position: number) => void;
  /** What to ask to get to so many lines; null when there is nothing to ask. */
  readonly nextQuestion: (
    wanted: number,
  ) => Pick<ViewInput<'log/events'>, 'order' | 'from' | 'after'> | null;
  /** The answer to the question that was given last. */
  readonly take: (found: Found) => void;
}
