import { expect, it } from 'vitest';
import { peopleSearchSchema, tidySearch } from './peopleSearch.ts';

const read = (search: unknown) => tidySearch(peopleSearchSchema.parse(search));

it.each([
  [{}, {}],
  [
    { search: 'kim', filter: 'exhausted', sort: '-balance' },
    { filter: 'exhausted', sort: '-balance' },
  ],
  [{ search: '  ', sort: 'name' }, {}],
  [{ search: 7, filter: 'everybody', sort: 'height', more: 1 }, {}],
  [{ filter: 'exhausted', sort: 'nonsense' }, { filter: 'exhausted' }],
])('the address %j asks for %j', (address, expected) => {
  expect(read(address)).toEqual(expected);
});
