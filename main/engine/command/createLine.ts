/** A line that never runs empty lets go of this many at a time. */
const FORGET_AFTER = 10_000;

/** What waits, first come, first served. */
export interface Line<Item> {
  readonly add: (item: Item) => void;
  /** The one whose turn it is, left where it is; undefined when nothing waits. */
  readonly first: () => Item | undefined;
  /** The first has been served. */
  readonly advance: () => void;
}

/** An empty line. */
export const createLine = <Item>(): Line<Item> => {
  let items: Item[] = [];
  let next = 0;
  return {
    add: (item) => items.push(item),
    first: () => items[next],
    advance: () => {
      next += 1;
      if (next < items.length && next < FORGET_AFTER) return;
      items = items.slice(next);
      next = 0;
    },
  };
};
