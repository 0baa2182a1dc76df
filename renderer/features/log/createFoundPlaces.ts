import type { Found, LogOrder, LogPlaces } from './LogPlaces.ts';

/** A pass over the log in one direction. */
interface Pass {
  after: string | null;
  isBegun: boolean;
  isDone: boolean;
}

const newPass = (): Pass => ({ after: null, isBegun: false, isDone: false });

/**
 * Where in the log the events of a narrowed question stand, as far as it was looked for them.
 *
 * Newest first there are two passes: one into the past, as far as somebody scrolls, and after each change
 * one from where the log ended up to where it ends now. Oldest first the one pass goes on where it ended.
 */
export const createFoundPlaces = (order: LogOrder): LogPlaces => {
  const isNewest = order === 'newest';
  /** In the order of the list. */
  const list: number[] = [];
  /** Above the list, oldest first. */
  const above: number[] = [];
  let main = newPass();
  let upward: Pass | null = null;
  let asked: 'main' | 'upward' = 'main';
  let end = 0;
  /** Everything up to here was looked at, or lies in the way of the main pass. */
  let seenTo: number | null = null;
  let from: number | null = null;
  let looked: { done: number; total: number } | null = null;

  const questionOf = (pass: Pass, way: LogOrder, start: number | null) => ({
    order: way,
    ...(start === null ? {} : { from: start }),
    ...(pass.after === null ? {} : { after: pass.after }),
  });

  /** Binary: the list may be as long as the log. */
  const indexOf = (position: number): number | null => {
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = list[middle] ?? 0;
      if (there === position) return middle;
      if (there < position === isNewest) high = middle - 1;
      else low = middle + 1;
    }
    return null;
  };

  const takeMain = ({ rows, next, reach }: Found): void => {
    list.push(...rows.map(({ position }) => position));
    main = { after: next, isBegun: true, isDone: next === null };
    looked = main.isDone || !reach ? null : { done: reach.done, total: reach.total };
    // Newest first, what comes in from now on is above; oldest first it is ahead.
    if (isNewest) seenTo ??= reach?.last ?? 0;
    else if (main.isDone) seenTo = reach?.last ?? 0;
  };

  const takeUpward = ({ rows, next, reach }: Found): void => {
    above.push(...rows.map(({ position }) => position));
    upward = { after: next, isBegun: true, isDone: next === null };
    if (next === null) {
      seenTo = Math.max(seenTo ?? 0, reach?.last ?? 0);
      upward = null;
    }
  };

  return {
    count: () => list.length,
    at: (index) => list[index],
    indexOf,
    isComplete: () => main.isDone,
    looked: () => looked,
    newer: () => above.length,
    showNewer: () => {
      // One by one, since an argument list has a limit and a list of findings has none.
      for (const position of above.splice(0)) list.unshift(position);
    },
    logEndsAt: (position) => {
      end = Math.max(end, position);
    },
    nextQuestion: (wanted) => {
      const hasGrown = seenTo !== null && end > seenTo;
      if (isNewest && hasGrown) {
        asked = 'upward';
        upward ??= newPass();
        if (!upward.isBegun) from = (seenTo ?? 0) + 1;
        return questionOf(upward, 'oldest', from);
      }
      if (!isNewest && main.isDone && hasGrown) {
        main = newPass();
        from = (seenTo ?? 0) + 1;
      }
      if (main.isDone || (main.isBegun && list.length >= wanted)) return null;
      asked = 'main';
      return questionOf(main, order, isNewest ? null : from);
    },
    take: (found) => (asked === 'main' ? takeMain(found) : takeUpward(found)),
  };
};
