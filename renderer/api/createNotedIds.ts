/** Ids of long work that outlive a reload of the page. */
export interface NotedIds {
  readonly list: () => readonly string[];
  readonly note: (id: string) => void;
}

/** There are four kinds of long work, and the program keeps the last of each. */
const MOST = 20;

/** Ids are random and say nothing of anybody. `storage` is the window's own. */
export const createNotedIds = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  key: `daybook.${string}`,
): NotedIds => {
  const list = (): readonly string[] => (storage.getItem(key) ?? '').split(' ').filter(Boolean);
  return {
    list,
    note: (id) => {
      const known = list();
      if (!known.includes(id)) storage.setItem(key, [...known, id].slice(-MOST).join(' '));
    },
  };
};
