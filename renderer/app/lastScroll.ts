/**
 * How far the page of a daybook was scrolled when it was left, for coming back after a lock. In memory only.
 * **Units:** CSS pixels.
 */
interface LastScroll {
  readonly opening: string;
  readonly scrollTop: number;
}

let last: LastScroll | null = null;

export const noteScroll = (opening: string, scrollTop: number): void => {
  last = { opening, scrollTop };
};

/** Null when it is not the daybook that was left last. */
export const scrollOf = (opening: string): number | null =>
  last?.opening === opening ? last.scrollTop : null;

export const forgetScroll = (): void => {
  last = null;
};
