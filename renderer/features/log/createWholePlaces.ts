import type { LogOrder, LogPlaces } from './LogPlaces.ts';

/** The whole log: positions are dense, so that every line is known as soon as the end of the log is. */
export const createWholePlaces = (order: LogOrder): LogPlaces => {
  const isNewest = order === 'newest';
  let end: number | null = null;
  let shownTo = 0;
  const isIn = (place: number): boolean => place >= 1 && place <= shownTo;
  return {
    count: () => shownTo,
    at: (index) => {
      const position = isNewest ? shownTo - index : index + 1;
      return isIn(position) ? position : undefined;
    },
    indexOf: (position) => {
      if (!isIn(position)) return null;
      return isNewest ? shownTo - position : position - 1;
    },
    isComplete: () => end !== null,
    looked: () => null,
    newer: () => (end ?? 0) - shownTo,
    showNewer: () => {
      shownTo = end ?? 0;
    },
    logEndsAt: (position) => {
      if (end === null) shownTo = position;
      end = Math.max(end ?? 0, position);
    },
    nextQuestion: () => (end === null ? { order } : null),
    take: () => undefined,
  };
};
