/**
 * How far the page of a daybook was scrolled when it was left, for coming back after a lock. In memory only.
 * **Units:** CSS pixels.
 */
interface LastScroll {
  readonly id: string;
  readonly scrollTop: number;
}

let last: LastScroll | null = null;

export const noteScroll = (id: string, scrollTop: number): void => {
  last = { id, scrollTop };
};

/** Null when it is not the daybook that was left last. */
export const scrollOf = (id: string): number | null => (last?.id === id ? last.scrollTop : null);

export const forgetScroll = (): void => {
  last = null;
};
