/** A line that never runs empty is cut after this many, as to cut it is to copy what waits. */
const CUT_AFTER = 10_000;

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
  let items: (Item | undefined)[] = [];
  let next = 0;
  return {
    add: (item) => items.push(item),
    first: () => items[next],
    advance: () => {
      items[next] = undefined;
      next += 1;
      if (next < items.length && next < CUT_AFTER) return;
      items = items.slice(next);
      next = 0;
    },
  };
};
