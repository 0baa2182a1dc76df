import { expect, it } from 'vitest';
import { fieldLines } from './fieldLines.ts';

it('fields are shown by their names, with the parts of wholes, lists and amounts', () =>
  expect(
    fieldLines(
      {
        amount: { currency: 'USD', minor: 1250 },
        changes: { name: 'Ann', phones: ['1', '2'], note: null },
        approved: false,
        odd: [1, { a: 2 }],
      },
      'en',
    ),
  ).toEqual([
    { name: 'amount', text: '$12.50' },
    { name: 'changes.name', text: 'Ann' },
    { name: 'changes.phones', text: '1\n2' },
    { name: 'changes.note', text: 'null' },
    { name: 'approved', text: 'false' },
    { name: 'odd', text: '[1,{"a":2}]' },
  ]));

it('an event without fields has no lines', () => expect(fieldLines({}, 'en')).toEqual([]));
