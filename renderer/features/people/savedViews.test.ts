import { describe, expect, it } from 'vitest';
import {
  readSavedViews,
  withView,
  withViewBack,
  wouldReplace,
  writeSavedViews,
  type SavedView,
} from './savedViews.ts';

const debts: SavedView = { name: 'Debts', view: { filter: 'owing', sort: '-balance' } };
const regulars: SavedView = {
  name: 'Regulars',
  view: { sort: '-last-entry', columns: 'name.phone' },
};

const createStorage = (): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
};

describe('saved views', () => {
  it('are there again, in their own daybook only', () => {
    const storage = createStorage();
    writeSavedViews(storage, 'a', [debts, regulars]);
    expect(readSavedViews(storage, 'a')).toEqual([debts, regulars]);
    expect(readSavedViews(storage, 'b')).toEqual([]);
  });

  it.each(['nonsense', '{}', '[{"name":""}]', '[{"view":{}}]'])(
    'that cannot be read are none: %s',
    (text) => {
      expect(readSavedViews({ getItem: () => text }, 'a')).toEqual([]);
    },
  );

  it('would replace another one of their name, and not themselves', () => {
    expect(wouldReplace([debts], { name: 'Debts', view: regulars.view })).toBe(true);
    expect(wouldReplace([debts], debts)).toBe(false);
    expect(wouldReplace([debts], regulars)).toBe(false);
  });

  it('keep what can be read of a view', () => {
    const text = JSON.stringify([
      {
        name: 'A',
        view: { filter: 'everybody', sort: '-name', search: 'kim', columns: 'x.phone' },
      },
    ]);
    expect(readSavedViews({ getItem: () => text }, 'a')).toEqual([
      { name: 'A', view: { sort: '-name', columns: 'name.phone' } },
    ]);
  });

  it('have one name each and are each saved once', () => {
    expect(withView([debts], regulars)).toEqual([debts, regulars]);
    const renamed = { ...debts, name: 'They owe' };
    expect(withView([debts, regulars], renamed)).toEqual([renamed, regulars]);
    const other = { name: 'Regulars', view: { sort: 'balance' } } as const;
    expect(withView([debts, regulars], other)).toEqual([debts, other]);
  });

  it('come back where they stood, but not over one that was saved since', () => {
    expect(withViewBack([regulars], debts, 0)).toEqual([debts, regulars]);
    expect(withViewBack([], debts, 5)).toEqual([debts]);
    const sameName = [{ name: debts.name, view: { filter: 'archived' } }] as const;
    expect(withViewBack(sameName, debts, 0)).toEqual(sameName);
    const sameView = [{ name: 'They owe', view: debts.view }];
    expect(withViewBack(sameView, debts, 0)).toEqual(sameView);
  });
});
