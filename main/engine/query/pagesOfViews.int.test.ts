import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseForSearch } from '../../../shared/kernel/search-text.ts';
import { personListFilters, personListSorts } from '../../../shared/views/person-list.ts';
import { idOf, usd } from '../daybookUnderTest.ts';
import { anyHistory, runHistory, withBeginning } from '../historiesUnderTest.ts';

const { open } = await withBeginning();

describe('the pages of a view', () => {
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
