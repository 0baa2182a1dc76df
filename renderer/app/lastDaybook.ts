/**
 * Where somebody was in the daybook that was open last, for coming back after a lock. In memory only.
 * **Units:** CSS pixels.
 */
interface LastDaybook {
  readonly id: string;
  readonly scrollTop: number;
}

let last: LastDaybook | null = null;
/** What is being closed for good: its page goes a moment later, and would be noted then. */
let closed: string | null = null;

/** Notes where somebody leaves a daybook, unless they have closed it for good. */
export const leaveDaybook = (id: string, scrollTop: number): void => {
  last = id === closed ? { id: '', scrollTop: 0 } : { id, scrollTop };
};

/** A daybook is opened: from now on its page may be noted again. */
export const enterDaybook = (): void => {
  closed = null;
};

/** How far the page was scrolled when this daybook was left; null when it is not the one that was left last. */
export const scrollOfLast = (id: string): number | null =>
  last?.id === id ? last.scrollTop : null;

/** True when another daybook was left than the one that is opened now. */
export const isAnother = (id: string): boolean => last !== null && last.id !== id;

/** Nothing waits for the next: somebody has closed this one for good, whether or not its page is gone yet. */
export const forgetDaybook = (id: string): void => {
  closed = id;
  last = { id: '', scrollTop: 0 };
};
