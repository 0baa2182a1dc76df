import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql, type SqlValue } from '../../../shared/kernel/sql.ts';
import { defineView, type SortKey } from '../../../shared/kernel/view.ts';
import { records } from '../../../shared/records/registry.ts';
import { paging } from '../../../shared/views/paging.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import { withBeginning } from '../historiesUnderTest.ts';
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
});
