import { describe, expect, it } from 'vitest';
import { headerMark } from './headerMark.ts';
import { columnsFrom, type MapDraft } from './mapDraft.ts';
import { dropMap, LAST_USED, readSavedMaps, recognise, savedDraft, saveMap } from './savedMaps.ts';

const createStorage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

const header = ['No', 'First', 'Last', 'Phone'];
const draft: MapDraft = {
  sources: {
    reference: columnsFrom(['No'], ' '),
    name: columnsFrom(['First', 'Last'], ' '),
    phones: columnsFrom(['Phone'], ' '),
    address: { from: 'templates', templates: ['{Last}, {{c/o}} {First} 1'] },
    limit: { from: 'text', text: '37.62' },
  },
  formats: { decimal: ',' },
  byHand: ['day', 'decimal'],
};

describe('a map that was kept', () => {
  it('comes back for the same header, and for no other', async () => {
    const storage = createStorage();
    await saveMap(storage, LAST_USED, 'people', header, draft);
    const maps = readSavedMaps(storage);
    const known = recognise(maps, await headerMark(storage, header));
    expect(known && savedDraft(known, header)).toEqual(draft);
    expect(recognise(maps, await headerMark(storage, header.toReversed()))).toBeNull();
  });

  it('holds no word of the line that was taken for a header', async () => {
    const storage = createStorage();
    const data = ['A-1', 'Ada', 'Lovelace', '07700 900999'];
    const columns = (...names: readonly string[]) => columnsFrom(names, ' ');
    const sources = { name: columns('Ada', 'Lovelace'), phones: columns('07700 900999') };
    await saveMap(storage, 'Mine', 'people', data, { sources, formats: {}, byHand: [] });
    expect(readSavedMaps(storage)).toHaveLength(1);
    const all = [...storage.kept].flat().join('\n');
    for (const word of data) expect(all).not.toContain(word);
  });

  it('is found under its name before the one that was last in use, until it is dropped', async () => {
    const storage = createStorage();
    await saveMap(storage, 'Mine', 'people', header, draft);
    await saveMap(storage, LAST_USED, 'people', header, draft);
    await saveMap(storage, LAST_USED, 'people', header, draft);
    const mark = await headerMark(storage, header);
    expect(readSavedMaps(storage).map(({ name }) => name)).toEqual([LAST_USED, 'Mine']);
    expect(recognise(readSavedMaps(storage), mark)?.name).toBe('Mine');
    dropMap(storage, 'Mine');
    expect(recognise(readSavedMaps(storage), mark)?.name).toBe(LAST_USED);
  });

  it('takes the place of one with its name; without one there is one for each header', async () => {
    const storage = createStorage();
    const one = { sources: {}, formats: {}, byHand: [] };
    for (const name of ['Till', LAST_USED])
      for (const line of [['a'], ['b'], ['a']]) await saveMap(storage, name, 'people', line, one);
    const marks = await Promise.all([['a'], ['b']].map((line) => headerMark(storage, line)));
    expect(readSavedMaps(storage).map(({ name, mark }) => [name, marks.indexOf(mark)])).toEqual([
      [LAST_USED, 0],
      [LAST_USED, 1],
      ['Till', 0],
    ]);
  });

  it('is kept of no map that speaks of columns that are not there, and read from no other text', async () => {
    const storage = createStorage();
    await saveMap(storage, 'Mine', 'people', ['No', 'First'], draft);
    expect(readSavedMaps(storage)).toEqual([]);
    storage.kept.set('daybook.importMaps', '[{"name":"Old","kind":"people","header":["Ada"]}]');
    expect(readSavedMaps(storage)).toEqual([]);
  });

  it('has another mark on another machine', async () => {
    const marks = await Promise.all(
      [createStorage(), createStorage()].map((storage) => headerMark(storage, header)),
    );
    expect(marks[0]).not.toBe(marks[1]);
  });
});
