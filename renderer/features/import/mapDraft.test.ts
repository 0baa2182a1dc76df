import { describe, expect, it } from 'vitest';
import type { Formats } from '../../../shared/imports/formats.ts';
import { draftOf, mapOf, missingFields, sourceOf, unknownColumns } from './mapDraft.ts';

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
