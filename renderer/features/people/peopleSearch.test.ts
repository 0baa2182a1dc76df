import { expect, it } from 'vitest';
import { addressOf, peopleSearchSchema, questionOf } from './peopleSearch.ts';

const read = (search: unknown) => addressOf(peopleSearchSchema.parse(search));

it.each([
  [{}, {}],
  [
    { search: 'kim', filter: 'exhausted', sort: '-balance' },
    { filter: 'exhausted', sort: '-balance' },
  ],
  [{ search: '  ', sort: 'name' }, {}],
  [{ search: 7, filter: 'everybody', sort: 'height', more: 1 }, {}],
  [{ filter: 'exhausted', sort: 'nonsense' }, { filter: 'exhausted' }],
  [{ columns: 'balance.shoe-size.phone' }, { columns: 'name.balance.phone' }],
  [{ columns: 7 }, {}],
])('the address %j asks for %j', (address, expected) => {
  expect(read(address)).toEqual(expected);
});

it('columns and empty words make no difference to what is asked', () => {
  const view = { filter: 'owing', columns: 'name' } as const;
  expect(questionOf({ ...view, search: ' ' })).toEqual({ filter: 'owing' });
  expect(questionOf({ ...view, search: 'kim' })).toEqual({ filter: 'owing', search: 'kim' });
});
