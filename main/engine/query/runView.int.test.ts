import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { normaliseForSearch } from '../../../shared/kernel/search-text.ts';
import { sql, type SqlValue } from '../../../shared/kernel/sql.ts';
import { defineView, type SortKey } from '../../../shared/kernel/view.ts';
import { records } from '../../../shared/records/registry.ts';
import { paging } from '../../../shared/views/paging.ts';
import { personListFilters, personListSorts } from '../../../shared/views/person-list.ts';
import { createDaybookUnderTest, idOf, usd } from '../daybookUnderTest.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import { anyHistory, runHistory, withBeginning } from '../historiesUnderTest.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import type { QueryContext } from './QueryContext.ts';
import { runView } from './runView.ts';

interface Row {
  readonly id: number;
  readonly word: string | null;
  readonly number: number | null;
}

/** SQLite's order: nothing before numbers and text, text by its bytes. */
const compareValues = (a: SqlValue, b: SqlValue): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
};

const sorted = (rows: readonly Row[], order: readonly SortKey[]): readonly Row[] =>
  rows.toSorted((a, b) => {
    for (const { column, direction } of order) {
      const way = compareValues(a[column as keyof Row], b[column as keyof Row]);
      if (way !== 0) return direction === 'ascending' ? way : -way;
    }
    return 0;
  });

const { open } = await withBeginning();
const context = (): QueryContext => ({
  state: open.parts.state,
  log: open.parts.reader,
  catalog: createEventCatalog(records),
  keys: open.parts.keys,
  isSound: true,
  elapsedMs: () => 0,
  view: { currency: 'USD', today: '2026-11-23' as QueryContext['view']['today'] },
});

const anyRows = fc
  .array(
    fc.record({
      // Few values, so that most of them are the same.
      word: fc.constantFrom(null, '', 'a', 'B', 'b', 'ä', '가', '\u{1f600}', '\u{ffff}'),
      number: fc.constantFrom(null, -1, 0, 1, 9_000_000_000_000_000),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((rows) => rows.map((row, id): Row => ({ id, ...row })));

const direction = fc.constantFrom('ascending' as const, 'descending' as const);
const anyOrder = fc
  .tuple(fc.shuffledSubarray(['word', 'number']), direction, direction, direction)
  .map(([columns, ...directions]) =>
    [...columns, 'id'].map((column, index): SortKey => {
      return { column, direction: directions[index] ?? 'ascending' };
    }),
  );

describe('paging by keys', () => {
  test('gives every row once and in order, with ties, nothing, and either direction', () => {
    const database = openUnguarded(':memory:');
    database.execute(
      'CREATE TABLE thing (id INTEGER PRIMARY KEY, word TEXT, number INTEGER) STRICT',
    );
    let manyPages = 0;
    fc.assert(
      fc.property(anyRows, anyOrder, fc.integer({ min: 1, max: 7 }), (rows, order, limit) => {
        database.write('DELETE FROM thing').run();
        const insert = database.write('INSERT INTO thing VALUES (?, ?, ?)');
        for (const { id, word, number } of rows) insert.run(id, word, number);
        const view = defineView({
          name: 'thing/list',
          input: z.strictObject({ ...paging }),
          query: () => sql`SELECT * FROM thing`,
          order: () => order,
          row: (row) => row,
        });
        const seen: object[] = [];
        let after: string | undefined;
        do {
          const answer = runView(
            view,
            { limit, ...(after === undefined ? {} : { after }) },
            {
              ...context(),
              state: database,
            },
          );
          if (!answer.ok) throw new Error(answer.error.type);
          expect(answer.value.rows.length).toBeLessThanOrEqual(limit);
          seen.push(...answer.value.rows);
          after = answer.value.next ?? undefined;
          if (after !== undefined) manyPages += 1;
        } while (after !== undefined);
        expect(seen).toEqual(sorted(rows, order));
        for (const skip of [0, 3, rows.length, rows.length + 1]) {
          const answer = runView(view, { skip, limit }, { ...context(), state: database });
          expect(answer).toMatchObject({
            ok: true,
            value: { rows: seen.slice(skip, skip + limit) },
          });
        }
      }),
      { numRuns: 200 },
    );
    database.close();
    expect(manyPages).toBeGreaterThan(200);
  });

  test('goes through every sort and filter of the list of people', async () => {
    const history = fc.sample(anyHistory(60, 60), { numRuns: 1, seed: 11 })[0] ?? [];
    await runHistory(open, history);
    const people = Array.from({ length: 14 }, (_, index) => ({
      command: 'person/register',
      input: { personId: idOf(100 + index), details: { name: ['Öz', 'oz', 'Kim'][index % 3] } },
    }));
    const accounts = Array.from({ length: 20 }, (_, index) => ({
      command: 'credit-account/open',
      input: {
        accountId: idOf(100 + index, 0xa),
        personId: idOf(100 + (index % 10)),
        limit: usd((index % 3) * 100),
      },
    }));
    await open.engine.executeAll([...people, ...accounts]);
    for (const sort of personListSorts) {
      const whole = await open.rows('person/list', { sort, limit: 1000 });
      expect(whole.length).toBeGreaterThan(20);
      for (const limit of [1, 3, 7]) {
        const paged = await open.rows('person/list', { sort, limit });
        expect(paged).toEqual(whole);
      }
      const ids = whole.map(({ personId, accountId }) => `${personId} ${accountId}`);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const byName = await open.rows('person/list', { sort: 'name' });
    const keys = byName.map(({ name }) => (name === null ? null : normaliseForSearch(name)));
    const named = keys.filter((key) => key !== null);
    expect(named).toEqual(named.toSorted());
    // People who have no name any more come last, either way.
    expect(keys.slice(named.length)).toEqual(keys.slice(named.length).map(() => null));
    for (const filter of personListFilters)
      expect(await open.rows('person/list', { filter, limit: 2 })).toEqual(
        await open.rows('person/list', { filter }),
      );
  });

  test('goes through a statement and a history', async () => {
    const accountId = idOf(1, 0xa);
    await open.engine.executeAll(
      [1, 2, 3, 4, 5].map((minor) => ({
        command: 'credit-account/pay',
        input: { accountId, amount: usd(minor), occurredOn: '2026-11-23' },
      })),
    );
    const whole = await open.rows('credit-account/statement', { accountId });
    expect(whole.length).toBeGreaterThan(5);
    expect(await open.rows('credit-account/statement', { accountId, limit: 2 })).toEqual(whole);
    const history = await open.rows('person/history', { personId: idOf(1) });
    expect(await open.rows('person/history', { personId: idOf(1), limit: 2 })).toEqual(history);
    expect(
      await open.engine.ask('person/history', { personId: idOf(1), skip: 1, limit: 1 }),
    ).toMatchObject({
      value: { rows: history.slice(1, 2) },
    });
    const positions = history.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => b - a));
  });

  test('of a history of one kind looks at a bounded part of it at a time, and leaves nothing out', async () => {
    const personId = idOf(7);
    const accountId = idOf(7, 0xa);
    await open.run('person/register', { personId, details: { name: 'Ann' } });
    await open.run('credit-account/open', { accountId, personId, limit: usd(100) });
    const pay = { accountId, amount: usd(1), occurredOn: '2026-11-23' };
    await open.engine.executeAll(
      Array.from({ length: 4_100 }, () => ({ command: 'credit-account/pay', input: pay })),
    );
    await open.run('credit-account/change-limit', { accountId, limit: usd(90), reason: 'Less' });
    const pages: (readonly string[])[] = [];
    let after: string | null = null;
    do {
      const answer = await open.engine.ask('person/history', {
        personId,
        kind: 'limits',
        ...(after === null ? {} : { after }),
      });
      if (!answer.ok) throw new Error(answer.error.type);
      pages.push(
        (answer.value.rows as readonly { readonly type: string }[]).map(({ type }) => type),
      );
      after = answer.value.next;
    } while (after !== null);
    expect(pages).toEqual([['credit-account.limit-changed'], [], ['credit-account.opened']]);
    const all = await open.rows('person/history', { personId });
    expect(await open.rows('person/history', { personId, kind: 'entries', limit: 300 })).toEqual(
      all.filter(({ type }) => type === 'credit-account.paid'),
    );
    expect(
      await open.engine.ask('person/history', { personId, kind: 'limits', skip: 1 }),
    ).toMatchObject({ value: { rows: [{ type: 'credit-account.opened' }], next: null } });
  });

  test('goes on while rows come in, without showing one twice or leaving an old one out', async () => {
    const before = await open.rows('person/list', { limit: 1000 });
    const seen: string[] = [];
    let after: string | null = null;
    for (let number = 0; number < 100; number += 1) {
      const answer = await open.engine.ask('person/list', {
        limit: 3,
        ...(after === null ? {} : { after }),
      });
      if (!answer.ok) throw new Error(answer.error.type);
      seen.push(...answer.value.rows.map((row) => JSON.stringify(row)));
      after = answer.value.next;
      if (after === null) break;
      await open.run('person/register', { details: { name: number % 2 === 0 ? 'Aa' : 'Zz' } });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((row) => !seen.includes(JSON.stringify(row)))).toEqual([]);
  });
});

describe('a question that makes no sense is refused', () => {
  const ask = (view: string, input: object) => open.engine.ask(view, input);
  const error = async (view: string, input: object) => {
    const answer = await ask(view, input);
    return answer.ok ? answer.value : answer.error.type;
  };
  const cursor = (values: unknown) =>
    Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');

  test('an unknown view', async () => {
    for (const name of ['person/lists', '', '__proto__', 'toString'])
      expect(await error(name, {})).toBe('ViewUnknown');
  });

  test('an input that does not fit', async () => {
    expect(await ask('person/list', { sort: 'shoe-size', limit: 0 })).toMatchObject({
      error: { type: 'InputInvalid', issues: [{ path: 'sort' }, { path: 'limit' }] },
    });
    expect(await error('person/page', { personId: "' OR 1=1 --" })).toBe('InputInvalid');
    expect(await error('person/list', { limit: 10_001 })).toBe('InputInvalid');
    expect(await error('person/list', { limit: 1.5 })).toBe('InputInvalid');
  });

  test('a cursor that this view did not give', async () => {
    const first = await ask('person/list', { limit: 1 });
    const next = first.ok ? first.value.next : null;
    expect(next).toEqual(expect.any(String));
    const junk = [
      '',
      'x',
      '%%%',
      'null',
      cursor({}),
      cursor([]),
      cursor([1, 2]),
      cursor([{}, 1, 2]),
    ];
    for (const after of junk) {
      expect(await error('person/list', { after })).toBe('CursorInvalid');
      expect(await error('person/history', { personId: idOf(1), after })).toBe('CursorInvalid');
    }
    // A cursor of another sort or another view means another place.
    expect(await error('person/list', { sort: '-name', after: next })).toBe('CursorInvalid');
    expect(await error('person/list', { sort: 'balance', after: next })).toBe('CursorInvalid');
    expect(await error('person/list', { search: 'a', after: next })).toBe('CursorInvalid');
    expect(await error('credit-account/exhausted', { after: next })).toBe('CursorInvalid');
    expect(await error('person/history', { personId: idOf(1), after: next })).toBe('CursorInvalid');
  });

  test('but more rows than a page may have are given in pages', async () => {
    await open.engine.executeAll(
      Array.from({ length: 1100 }, (_, index) => ({
        command: 'person/register',
        input: { details: { name: `Row ${index}` } },
      })),
    );
    const answer = await ask('person/list', { limit: 10_000 });
    expect(answer).toMatchObject({ ok: true, value: { next: expect.any(String) as string } });
    expect(answer.ok && answer.value.rows.length).toBe(1000);
  });
});

test('damage that a view meets is refused by its own name, and the rest goes on', async () => {
  const other = await createDaybookUnderTest();
  const damaged = await other.open({
    parts: (parts) => ({
      ...parts,
      keys: { ...parts.keys, open: (header) => ({ type: 'refused', key: header.key }) },
    }),
  });
  const { personId } = await damaged.run('person/register', { details: { name: 'Ann' } });
  expect(await damaged.engine.ask('person/history', { personId })).toEqual({
    ok: false,
    error: { type: 'PersonalPartUnreadable', position: 1 },
  });
  expect(await damaged.rows('person/list', {})).toMatchObject([{ personId, name: null }]);
  expect((await damaged.status()).poison).toEqual([
    { consumer: 'private-index', position: 1, error: 'refused: personal part' },
  ]);
});
