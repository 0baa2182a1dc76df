/** Which endings of long work this window has shown, over a reload of its page. */
export interface ShownEndings {
  readonly list: () => readonly string[];
  readonly note: (id: string) => void;
}

const KEY = 'daybook.shownEndings';

/** There are four kinds of long work, and the program keeps the last of each. */
const MOST = 20;

/** Ids are random and say nothing of anybody. `storage` is the window's own. */
export const createShownEndings = (storage: Pick<Storage, 'getItem' | 'setItem'>): ShownEndings => {
  const list = (): readonly string[] => (storage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  return {
    list,
    note: (id) => {
      const known = list();
      if (!known.includes(id)) storage.setItem(KEY, [...known, id].slice(-MOST).join(' '));
    },
  };
};
