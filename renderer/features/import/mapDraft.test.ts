import { describe, expect, it } from 'vitest';
import type { Formats } from '../../../shared/imports/formats.ts';
import { draftOf, mapOf, missingFields, sourceOf, unknownColumns } from './mapDraft.ts';
import { LAST_USED, readSavedMaps, recognise, saveMap, savedDraft } from './savedMaps.ts';

const people = {
  details: {
    reference: '{Id}',
    name: '{First} {Last}',
    phones: ['{Phone}', '{Fax}'],
    address: '{Street}, {Postal code} {City}, {Country}',
    note: 'from {{the}} file',
  },
  account: { limit: '37.62' },
};

describe('a map', () => {
  it.each<readonly [string, object]>([
    ['{A}', { from: 'columns', columns: ['A'], between: ' ' }],
    ['{A} {B}', { from: 'columns', columns: ['A', 'B'], between: ' ' }],
    ['{A}, {B}, {C}', { from: 'columns', columns: ['A', 'B', 'C'], between: ', ' }],
    ['{A}{B}', { from: 'columns', columns: ['A', 'B'], between: '' }],
    ['charge', { from: 'text', text: 'charge' }],
    ['{{x}}', { from: 'text', text: '{x}' }],
    ['{A}, {B} {C}', { from: 'templates', templates: ['{A}, {B} {C}'] }],
    ['Invoice {A}', { from: 'templates', templates: ['Invoice {A}'] }],
    ['{A', { from: 'templates', templates: ['{A'] }],
  ])('reads %j', (template, source) => {
    expect(sourceOf(template)).toEqual(source);
  });

  it('comes out as it went in, also where it is none of the simple cases', () => {
    expect(mapOf('people', draftOf('people', people, {}))).toEqual(people);
    const entries = {
      person: '{P}',
      kind: '{K}',
      amount: '{A}',
      occurredOn: '{D}',
      memo: 'No. {N}',
    };
    const formats: Formats = { day: 'dmy', kinds: { charge: ['c'], pay: ['p'] } };
    expect(mapOf('entries', draftOf('entries', entries, formats))).toEqual({ ...entries, formats });
  });

  it('names what is missing, and columns that are not in the file', () => {
    const draft = draftOf('people', { details: { name: '{First} {Last}', note: 'x {Gone}' } }, {});
    expect(missingFields('people', draft)).toEqual(['reference']);
    expect(unknownColumns(draft, ['First', 'Last'])).toEqual(['Gone']);
    expect(missingFields('entries', draftOf('entries', {}, {}))).toEqual([
      'person',
      'kind',
      'amount',
      'occurredOn',
    ]);
  });
});

describe('saved maps', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    };
  };

  it('come back for the same header, those with a name before the one last used', () => {
    const place = storage();
    const draft = draftOf('people', people, { decimal: ',' });
    saveMap(place, 'Till', 'people', ['Id', 'First'], draft);
    saveMap(place, LAST_USED, 'people', ['Id', 'First'], draftOf('people', {}, {}));
    const maps = readSavedMaps(place);
    expect(recognise(maps, ['Id', 'First'])?.name).toBe('Till');
    expect(recognise(maps, ['First', 'Id'])).toBe(null);
    const [saved] = maps.filter(({ name }) => name === 'Till');
    expect(saved && savedDraft(saved)).toEqual(draft);
  });

  it('take the place of one with the same name', () => {
    const place = storage();
    for (const header of [['a'], ['b']])
      saveMap(place, 'Till', 'people', header, draftOf('people', people, {}));
    expect(readSavedMaps(place).map(({ header }) => header)).toEqual([['b']]);
  });

  it('are none where nothing can be read', () => {
    expect(readSavedMaps({ getItem: () => '{' })).toEqual([]);
    expect(readSavedMaps({ getItem: () => '[{"name":"x"}]' })).toEqual([]);
  });
});
