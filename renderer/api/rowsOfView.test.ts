import { expect, it } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import type { DaybookApi } from './createDaybookApi.ts';
import { createKeptRows } from './createKeptRows.ts';
import { settle } from './pagedRowsUnderTest.ts';
import { askRowsAhead, beginToShow, findRows } from './rowsOfView.ts';

/** A program that answers each question with a row of its own: 1, 2 and so on. */
const open = () => {
  const asked: object[] = [];
  const keptRows = createKeptRows();
  const ask = ((_view: string, input: object) => {
    asked.push(input);
    return Promise.resolve(ok({ rows: [asked.length], next: null }));
  }) as unknown as DaybookApi['ask'];
  return { asked, keptRows, api: { ask, keptRows } };
};

const owing = JSON.stringify({ filter: 'owing' });

it('a list that is asked for ahead is the one that its screen finds, and is asked for once', async () => {
  const { asked, api } = open();
  askRowsAhead(api, 'person/list', { filter: 'owing' });
  const found = findRows(api, 'person/list', owing);
  beginToShow(api, found);
  await settle();
  expect(asked).toEqual([{ filter: 'owing', limit: 100 }]);
  expect(found.rows.state().rowAt(0)).toBe(1);
});

it('another question finds a list of its own', async () => {
  const { asked, api } = open();
  askRowsAhead(api, 'person/list', {});
  const found = findRows(api, 'person/list', owing);
  beginToShow(api, found);
  await settle();
  expect(found.rows.state().rowAt(0)).toBe(2);
  expect(asked).toEqual([{ limit: 100 }, { filter: 'owing', limit: 100 }]);
});

it('one that rows have changed under is not found', () => {
  const { keptRows, api } = open();
  askRowsAhead(api, 'person/list', {});
  keptRows.forget();
  expect(findRows(api, 'person/list', '{}').wasKept).toBe(false);
});

it('nor one of the daybook before', () => {
  const { keptRows, api } = open();
  askRowsAhead(api, 'person/list', {});
  keptRows.forgetDaybook();
  expect(findRows(api, 'person/list', '{}').wasKept).toBe(false);
});

it('what was asked before an erasure is never shown by a screen that was about to be', async () => {
  const { keptRows, api } = open();
  askRowsAhead(api, 'person/list', {});
  const found = findRows(api, 'person/list', '{}');
  const seen: unknown[] = [];
  found.rows.onChange(() => seen.push(found.rows.state().rowAt(0)));
  keptRows.forget();
  beginToShow(api, found);
  await settle();
  expect(seen).not.toContain(1);
  expect(found.rows.state().rowAt(0)).toBe(2);
});

it('nor where its answer had come already', async () => {
  const { keptRows, api } = open();
  askRowsAhead(api, 'person/list', {});
  const found = findRows(api, 'person/list', '{}');
  await settle();
  expect(found.rows.state().rowAt(0)).toBe(1);
  keptRows.forget();
  beginToShow(api, found);
  expect(found.rows.state().rowAt(0)).toBeUndefined();
  await settle();
  expect(found.rows.state().rowAt(0)).toBe(2);
});
