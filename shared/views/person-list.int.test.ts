import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFilledBook, usd } from './filled-book.fixture.ts';
import { personListFilters } from './person-list.ts';
import { idAt } from './rows.fixture.ts';

const newBook = () => createFilledBook(new DatabaseSync(':memory:'));

let book = newBook();
beforeEach(() => {
  book = newBook();
});

interface ListRow {
  readonly personId: string;
  readonly name: string | null;
  readonly erased: boolean;
  readonly accountId: string | null;
  readonly balance: { readonly minor: number } | null;
}
const list = (input: object): readonly ListRow[] =>
  book.ask('person/list', input) as readonly ListRow[];
const names = (input: object) => list(input).map(({ name }) => name);

describe('the list of people', () => {
  test('shows each with account and sums', () => {
    book.fill();
    expect(book.ask('person/list', {})[0]).toEqual({
      personId: idAt(1),
      name: 'Ánna',
      reference: 'A1',
      phone: '+47 22',
      erased: false,
      archived: false,
      accountId: idAt(101),
      limit: usd(50),
      balance: usd(80),
      available: usd(-30),
      lastEntryOn: '2026-11-20',
    });
    expect(list({})[3]).toMatchObject({ name: 'Dag', accountId: null, balance: null });
  });

  const sorts: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['name', ['Ánna', 'bo', 'Cy', 'Dag', null]],
    ['-name', ['Dag', 'Cy', 'bo', 'Ánna', null]],
    ['balance', ['Cy', 'bo', 'Ánna', 'Dag', null]],
    ['-balance', ['Ánna', 'bo', 'Cy', 'Dag', null]],
    ['available', ['Ánna', 'bo', 'Cy', 'Dag', null]],
    ['-available', ['Cy', 'bo', 'Ánna', 'Dag', null]],
    ['last-entry', ['Ánna', 'Cy', 'bo', 'Dag', null]],
    ['-last-entry', ['bo', 'Cy', 'Ánna', 'Dag', null]],
  ];
  test.each(sorts)('sorts by %s, what there is not coming last', (sort, expected) => {
    book.fill();
    book.register(5, { name: 'Eva' });
    book.erase(5);
    expect(names({ sort })).toEqual(expected);
  });

  test('has a row for each account that is open or not settled', () => {
    book.fill();
    const second = book.open(2, 10, 202);
    expect(list({}).filter(({ name }) => name === 'bo')).toHaveLength(2);
    book.close(second);
    expect(list({}).filter(({ name }) => name === 'bo')).toHaveLength(1);
    book.charge(second, 5);
    expect(list({}).filter(({ name }) => name === 'bo')).toHaveLength(2);
    const only = book.open(4, 10);
    book.close(only);
    expect(list({}).find(({ name }) => name === 'Dag')).toMatchObject({ accountId: null });
  });

  test('filters', () => {
    book.fill();
    book.register(5, { name: 'Eva' });
    book.archive(5);
    book.register(6, { name: 'Fy' });
    book.erase(6);
    expect(names({})).toEqual(['Ánna', 'bo', 'Cy', 'Dag', null]);
    expect(names({ filter: 'archived' })).toEqual(['Eva']);
    expect(names({ filter: 'erased' })).toEqual([null]);
    expect(names({ filter: 'exhausted' })).toEqual(['bo']);
    expect(names({ filter: 'over-limit' })).toEqual(['Ánna']);
    expect(names({ filter: 'owing', sort: '-balance' })).toEqual(['Ánna', 'bo']);
    expect(names({ filter: 'in-credit' })).toEqual(['Cy']);
    book.archive(2);
    expect(names({ filter: 'exhausted' })).toEqual(['bo']);
    expect(names({})).toEqual(['Ánna', 'Cy', 'Dag', null]);
    book.restore(2);
    expect(names({ filter: 'archived' })).toEqual(['Eva']);
  });

  test('is counted in rows and in people, as it is listed', () => {
    book.fill();
    book.charge(book.open(2, 10, 202), 5);
    book.archive(4);
    const count = (input: object) => book.ask('person/count', input);
    expect(count({})).toEqual([{ rows: 4, people: 3, erased: 0 }]);
    expect(count({ filter: 'owing' })).toEqual([{ rows: 3, people: 2, erased: 0 }]);
    expect(count({ filter: 'archived' })).toEqual([{ rows: 1, people: 1, erased: 0 }]);
    expect(count({ search: 'bo' })).toEqual([{ rows: 2, people: 1, erased: 0 }]);
    expect(count({ search: 'nobody' })).toEqual([{ rows: 0, people: 0, erased: 0 }]);
  });

  test('is as long as its count says, whatever is asked', () => {
    book.fill();
    book.charge(book.open(2, 10, 202), 5);
    book.close(book.open(2, 10, 203));
    book.open(4, 10, 204);
    book.open(4, 10, 205);
    book.archive(4);
    book.erase(1);
    book.open(1, 10, 206);
    const filters = [undefined, ...personListFilters];
    for (const search of [undefined, 'bo', 'a', 'nobody']) {
      for (const filter of filters) {
        const question = { ...(search && { search }), ...(filter && { filter }) };
        const rows = list(question);
        const people = new Set(rows.map(({ personId }) => personId)).size;
        const living = new Set(
          rows.filter(({ erased }) => !erased).map(({ personId }) => personId),
        );
        expect({ question, count: book.ask('person/count', question) }).toEqual({
          question,
          count: [{ rows: rows.length, people, erased: people - living.size }],
        });
        expect(list({ ...question, erased: false })).toEqual(rows.filter((row) => !row.erased));
        expect(book.ask('person/count', { ...question, erased: false })).toMatchObject([
          { people: living.size, erased: 0 },
        ]);
      }
    }
  });

  test('leaves closed accounts out of what is used up', () => {
    book.fill();
    book.close(idAt(102));
    expect(names({ filter: 'exhausted' })).toEqual([]);
    expect(book.ask('credit-account/exhausted', {})).toEqual([]);
  });

  test('is searched by name, phone and reference, after corrections too', () => {
    book.fill();
    expect(names({ search: 'ANN' })).toEqual(['Ánna']);
    expect(names({ search: '22' })).toEqual(['Ánna']);
    expect(names({ search: '33' })).toEqual(['Ánna']);
    expect(names({ search: 'a1' })).toEqual(['Ánna']);
    expect(names({ search: 'nobody' })).toEqual([]);
    expect(names({ search: "'%_" })).toEqual([]);
    expect(names({ search: ' ' })).toHaveLength(4);
    book.correct(1, ['name', 'phones'], { name: '김민수', phones: null });
    expect(names({ search: 'ㄱㅁ' })).toEqual(['김민수']);
    expect(names({ search: 'ann' })).toEqual([]);
    expect(names({ search: '33' })).toEqual([]);
    expect(names({ search: 'a1', filter: 'over-limit', sort: '-balance' })).toEqual(['김민수']);
    expect(names({ search: 'a1', filter: 'exhausted' })).toEqual([]);
  });

  test('finds nobody by what has been erased, and keeps the sums', () => {
    book.fill();
    book.erase(1);
    expect(names({ search: 'ann' })).toEqual([]);
    expect(list({ filter: 'erased' })).toEqual([
      expect.objectContaining({ name: null, erased: true, reference: null, phone: null }),
    ]);
    expect(list({ filter: 'erased' })[0]?.balance).toEqual(usd(80));
  });

  test('keeps the name when only the texts of entries have gone', () => {
    book.fill();
    book.erase(1, ['statutory']);
    expect(list({ filter: 'erased' })).toEqual([
      expect.objectContaining({ name: 'Ánna', erased: true }),
    ]);
  });

  test('reads 100,000 names without touching more than it must', () => {
    const byName = book.plan('person/list', {});
    expect(byName).toContain('SCAN named USING COVERING INDEX person_index_0');
    expect(byName).not.toContain('TEMP B-TREE FOR ORDER BY');
    expect(book.plan('person/list', { search: 'a 12' })).toContain(
      'SCAN named USING COVERING INDEX',
    );
    expect(book.plan('person/list', { sort: '-name' })).not.toContain('TEMP B-TREE FOR ORDER BY');
    expect(book.plan('person/list', { filter: 'exhausted' })).toContain(
      'SEARCH account USING INDEX credit_account_passed_minor (passed_minor=?)',
    );
    expect(book.plan('person/list', { filter: 'over-limit' })).toContain(
      'SEARCH account USING INDEX credit_account_passed_minor (passed_minor>?)',
    );
    expect(book.plan('credit-account/exhausted', {})).toContain(
      'SEARCH account USING INDEX credit_account_passed_minor (passed_minor=?)',
    );
    expect(book.plan('person/by-reference', { reference: '1' })).toContain('(reference=?)');
  });
});
