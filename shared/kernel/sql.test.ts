import { expect, test } from 'vitest';
import { emptySql, joinSql, sql } from './sql.ts';

test('values are bound, never written', () =>
  expect(sql`SELECT ${"'; DROP TABLE event"}, ${null}, ${7}`).toEqual({
    text: 'SELECT ?, ?, ?',
    values: ["'; DROP TABLE event", null, 7],
  }));

test('statements are put together, with their values in order', () => {
  const inner = sql`b = ${2}`;
  expect(sql`a = ${1} AND ${inner}${emptySql} AND c = ${new Uint8Array([3])}`).toEqual({
    text: 'a = ? AND b = ? AND c = ?',
    values: [1, 2, new Uint8Array([3])],
  });
});

test('lists are joined', () => {
  expect(joinSql([sql`a = ${1}`, sql`b = ${2}`], ' OR ')).toEqual({
    text: 'a = ? OR b = ?',
    values: [1, 2],
  });
  expect(joinSql([], ', ')).toEqual(emptySql);
});
