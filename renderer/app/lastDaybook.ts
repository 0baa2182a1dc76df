/**
 * Where somebody was in the daybook that was open last, for coming back after a lock. In memory only.
 * **Units:** CSS pixels.
 */
interface LastDaybook {
  readonly id: string;
  readonly scrollTop: number;
}

let last: LastDaybook | null = null;

/** Notes where somebody leaves a daybook. */
export const leaveDaybook = (id: string, scrollTop: number): void => {
  last = { id, scrollTop };
};

/** How far the page was scrolled when this daybook was left; null when it is not the one that was left last. */
export const scrollOfLast = (id: string): number | null =>
  last?.id === id ? last.scrollTop : null;

/** True when another daybook was left than the one that is opened now. */
export const isAnother = (id: string): boolean => last !== null && last.id !== id;

/** Nothing waits for the next: somebody has closed it for good. */
export const forgetDaybook = (): void => {
  if (last !== null) last = { id: '', scrollTop: 0 };
};
