import { afterEach, expect, it } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import type { DaybookApi } from '../api/createDaybookApi.ts';
import { createKeptRows } from '../api/createKeptRows.ts';
import { findRows } from '../api/rowsOfView.ts';
import { forgetList, rememberList } from '../features/people/lastList.ts';
import { questionOf, type PeopleSearch } from '../features/people/peopleSearch.ts';
import { currentOpening } from '../window/freshStarts.ts';
import { askPeopleAhead } from './askPeopleAhead.ts';

afterEach(forgetList);

/** What an address has asked for ahead. */
const askedAt = (pathname: string, search: Readonly<Record<string, unknown>> = {}) => {
  const asked: object[] = [];
  const keptRows = createKeptRows();
  const ask = ((_view: string, input: object) => {
    asked.push(input);
    return Promise.resolve(ok({ rows: [], next: null }));
  }) as unknown as DaybookApi['ask'];
  const api = { ask, keptRows };
  askPeopleAhead(api, { pathname, search });
  return {
    asked,
    isFoundBy: (question: PeopleSearch): boolean =>
      findRows(api, 'person/list', JSON.stringify(questionOf(question))).wasKept,
  };
};

it('the question is the one that the screen of the address asks', () => {
  expect(askedAt('/').isFoundBy({})).toBe(true);
  expect(askedAt('/people/new').isFoundBy({ sort: 'name' })).toBe(true);
  const owing = askedAt('/people', { filter: 'owing', sort: '-balance', columns: 'name', else: 1 });
  expect(owing.isFoundBy({ filter: 'owing', sort: '-balance' })).toBe(true);
  expect(owing.asked).toEqual([{ filter: 'owing', sort: '-balance', limit: 100 }]);
});

it('with the words that were searched for when the daybook was locked', () => {
  rememberList(currentOpening(), { filter: 'owing' }, 'Kim');
  expect(
    askedAt('/people', { filter: 'owing' }).isFoundBy({ filter: 'owing', search: 'Kim' }),
  ).toBe(true);
  expect(askedAt('/people').isFoundBy({})).toBe(true);
});

it('nothing is asked where people are not listed', () => {
  expect(askedAt('/log').asked).toEqual([]);
  expect(askedAt('/person/p').asked).toEqual([]);
});
