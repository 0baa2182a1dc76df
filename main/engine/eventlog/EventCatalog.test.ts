import { describe, expect, test } from 'vitest';
import type { AnyRecord, Upcast } from '../../../shared/kernel/record.ts';
import { creditAccount } from '../../../shared/records/credit-account/record.ts';
import { person } from '../../../shared/records/person/record.ts';
import { records } from '../../../shared/records/registry.ts';
import { CatalogInvalid, createEventCatalog, streamIdOf, streamName } from './EventCatalog.ts';

const account: AnyRecord = creditAccount;
const step: Upcast = { data: (data) => data };

const withUpcasts = (upcasts: Readonly<Record<string, Readonly<Record<number, Upcast>>>>) => () =>
  createEventCatalog([person, { ...account, upcasts }]);

describe('a catalog of records', () => {
  test('finds what belongs to what', () => {
    const catalog = createEventCatalog(records);
    const id = '01939a5e-0000-7000-8000-000000000001';
    expect(catalog.recordOfStream(streamName(account, id))).toBe(creditAccount);
    expect(streamIdOf(streamName(account, id))).toBe(id);
    expect(catalog.recordOfStream(`account-${id}`)).toBeUndefined();
    expect(catalog.kind('credit-account.opened')).toMatchObject({
      record: { name: 'credit-account' },
      steps: [{}],
    });
    expect(catalog.command('credit-account/pay')?.record).toBe(creditAccount);
    expect(catalog.subjectRecord).toBe(person);
  });

  test.each(['__proto__', 'constructor', 'toString', ''])('knows nothing called %j', (name) => {
    const catalog = createEventCatalog(records);
    expect([
      catalog.kind(name),
      catalog.command(name),
      catalog.record(name),
      catalog.recordOfStream(`${name}-01939a5e-0000-7000-8000-000000000001`),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('is refused', () => {
  test.each([
    ['a gap: an old version without a step', {}],
    ['a gap in the middle of the steps', { 'credit-account.opened': { 2: step } }],
    [
      'a leftover: a step from the current version',
      { 'credit-account.opened': { 1: step, 2: step } },
    ],
    ['a leftover: a step from version 0', { 'credit-account.opened': { 0: step, 1: step } }],
    [
      'a step for an event without a past',
      { 'credit-account.opened': { 1: step }, 'credit-account.paid': { 1: step } },
    ],
    [
      'a step for an event of another record',
      { 'credit-account.opened': { 1: step }, 'person.registered': { 1: step } },
    ],
    [
      'a step for an event that is not there',
      { 'credit-account.opened': { 1: step }, 'credit-account.burnt': { 1: step } },
    ],
  ])('%s', (_fault, upcasts) => {
    expect(withUpcasts(upcasts)).toThrow(CatalogInvalid);
  });

  test('nothing when the steps are whole', () => {
    expect(withUpcasts({ 'credit-account.opened': { 1: step } })).not.toThrow();
  });

  test.each([
    ['one record twice', [person, person]],
    ['two records that the others are about', [person, { ...account, isSubject: true }]],
    ['an event that two records have', [person, { ...account, name: 'debit-account' }, account]],
    ['a name that could be mistaken in a stream', [{ ...account, name: 'credit account' }]],
    ['a name with a digit', [{ ...account, name: 'account2' }]],
    [
      'a command that writes an event of another record',
      [{ ...account, commands: [{ ...account.commands[0], writes: ['person.registered'] }] }],
    ],
  ] as readonly (readonly [string, readonly AnyRecord[]])[])('%s', (_fault, some) => {
    expect(() => createEventCatalog(some)).toThrow(CatalogInvalid);
  });
});
