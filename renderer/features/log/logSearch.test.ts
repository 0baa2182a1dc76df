import { describe, expect, it } from 'vitest';
import { dayStartsAt } from './dayStartsAt.ts';
import { logEvents } from '../../../shared/views/log-events.ts';
import { filtersOf, logSearchSchema, tidyLogSearch } from './logSearch.ts';

const read = (search: object) => tidyLogSearch(logSearchSchema.parse(search));

describe('the address of the log', () => {
  it('says what is shown', () => {
    const search = {
      type: ['credit-account.charged', 'credit-account.paid'],
      person: '01939a5e-0000-7000-8000-000000000001',
      device: 'd',
      from: '2026-11-01',
      to: '2026-11-30',
      order: 'oldest',
      at: 7,
    };
    expect(read(search)).toEqual(search);
  });

  it('may name one type as it is', () =>
    expect(read({ type: 'person.erased' })).toEqual({ type: ['person.erased'] }));

  it('is read as far as it can be', () =>
    expect(
      read({ type: [], person: 4, device: '', from: '2026-02-30', to: 'x', order: 'up', at: 0 }),
    ).toEqual({}));
});

it('a day is asked for from its first to its last moment here', () => {
  const { recordedFrom = 0, recordedBefore = 0 } = filtersOf({
    from: '2026-03-29',
    to: '2026-03-29',
  });
  expect(new Date(recordedFrom).toDateString()).toBe('Sun Mar 29 2026');
  expect(new Date(recordedBefore - 1).toDateString()).toBe('Sun Mar 29 2026');
  expect(new Date(recordedFrom - 1).toDateString()).toBe('Sat Mar 28 2026');
  expect(new Date(recordedBefore).toDateString()).toBe('Mon Mar 30 2026');
});

it('years before 100 are those', () =>
  expect(new Date(dayStartsAt('0026-01-01', 0)).getFullYear()).toBe(26));

it('nothing is narrowed by an address that says nothing', () =>
  expect(filtersOf({ at: 3, order: 'oldest' })).toEqual({}));

it('a day that no event can have is asked for all the same', () => {
  const filters = filtersOf({ from: '0001-01-01', to: '9999-12-31' });
  expect(logEvents.input.safeParse(filters).success).toBe(true);
});
