import { expect, test } from 'vitest';
import { refusalReason } from './refusal-reason.ts';
import { rowFaults } from './row-faults.ts';

test('each field that does not fit is a fault of its own, and several of one field are one', () => {
  const paths = ['details.name', 'details.phones.0', 'details.phones.2', 'details.email'];
  const error = {
    type: 'InputInvalid',
    issues: paths.map((path) => ({ path, problem: 'Wrong' })),
  };
  const faults = rowFaults({ error, more: [{ type: 'ReferenceMissing' }] });
  expect(faults.map(refusalReason)).toEqual([
    'InputInvalid.name',
    'InputInvalid.phones',
    'InputInvalid.email',
    'ReferenceMissing',
  ]);
});

test('what says nothing more stays one fault as it is', () => {
  const error = { type: 'DateInvalid', text: 'x' };
  expect(rowFaults({ error })).toEqual([error]);
});
