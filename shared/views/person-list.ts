import { z } from 'zod';
import { searchTerms } from '../kernel/search-text.ts';
import { emptySql, joinSql, sql, type Sql } from '../kernel/sql.ts';
import { defineView, type SortKey } from '../kernel/view.ts';
import { dateOrNullIn, flagIn, moneyOrNullIn, numberIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

export const personListFilters = [
  'owing',
  'in-credit',
  'exhausted',
  'over-limit',
  'archived',
  'erased',
] as const;
export type PersonListFilter = (typeof personListFilters)[number];

export const personListSorts = [
  'name',
  '-name',
  'balance',
  '-balance',
  'available',
  '-available',
  'last-entry',
  '-last-entry',
] as const;
export type PersonListSort = (typeof personListSorts)[number];

/** Whom a question about the list is about. */
const whom = {
  search: z.string().max(500).optional(),
  filter: z.enum(personListFilters).optional(),
  /** Leaves out who was erased: nobody can point at them, and nothing can be done to them. */
  erased: z.literal(false).optional(),
};

const inputSchema = z.strictObject({
  ...whom,
  sort: z.enum(personListSorts).optional(),
  ...paging,
});

/** What the rows of a sort compare first. People without an account, or without an entry, come last. */
const sortColumns: Readonly<Record<PersonListSort, Sql>> = {
  name: sql`named.sort_key`,
  '-name': sql`named.sort_key_down`,
  balance: sql`ifnull(account.balance_minor, 9000000000000000)`,
  '-balance': sql`ifnull(account.balance_minor, -9000000000000000)`,
  available: sql`ifnull(account.available_minor, 9000000000000000)`,
  '-available': sql`ifnull(account.available_minor, -9000000000000000)`,
  'last-entry': sql`ifnull(account.last_entry_on, '9999-99-99')`,
  '-last-entry': sql`ifnull(account.last_entry_on, '')`,
};

const columnsOf = (sort: PersonListSort): Sql => sql`
  SELECT named.person_id, named.name, named.reference, named.phone, named.sort_key,
    named.erased, named.archived, ${sortColumns[sort]} AS sort_by,
    account.account_id, ifnull(account.account_id, '') AS account_order,
    account.limit_minor, account.balance_minor, account.available_minor, account.last_entry_on`;

/** From the names to their accounts. */
const byName = sql`
  FROM private.person_index AS named LEFT JOIN credit_account AS account
    ON account.person_id = named.person_id AND account.listed = 1`;

/** From the accounts to their names: for questions that few accounts answer. */
const byAccount = sql`
  FROM credit_account AS account
  CROSS JOIN private.person_index AS named ON named.person_id = account.person_id`;

/**
 * Which rows answer a question. The filters over accounts and erasures show archived people too, so that
 * they list exactly what the overview counts.
 */
const conditionOf: Readonly<Record<PersonListFilter | 'none', Sql>> = {
  none: sql`named.archived = 0`,
  archived: sql`named.archived = 1`,
  erased: sql`named.erased = 1`,
  owing: sql`account.balance_minor > 0`,
  'in-credit': sql`account.balance_minor < 0`,
  exhausted: sql`account.passed_minor = 0`,
  'over-limit': sql`account.passed_minor > 0`,
};

const isOfNames = (filter: PersonListFilter | undefined): boolean =>
  filter === undefined || filter === 'archived' || filter === 'erased';

const contains = (term: string): Sql => sql`instr(named.search, ${term}) > 0`;

const matching = (search: string | undefined): Sql => {
  const terms = searchTerms(search ?? '');
  if (!terms) return emptySql;
  const words = joinSql(terms.words.map(contains), ' AND ');
  return terms.phone === null
    ? sql` AND ${words}`
    : sql` AND ((${words}) OR ${contains(terms.phone)})`;
};

interface Whom {
  readonly search?: string | undefined;
  readonly filter?: PersonListFilter | undefined;
  readonly erased?: false | undefined;
}

const isAnswer = ({ search, filter, erased }: Whom): Sql =>
  sql`${conditionOf[filter ?? 'none']}${matching(search)}${
    erased === undefined ? emptySql : sql` AND named.erased = 0`
  }`;

const rowsOf = (question: Whom): Sql =>
  sql`${isOfNames(question.filter) ? byName : byAccount} WHERE ${isAnswer(question)}`;

/**
 * Rows are people, and one more for each further account that somebody has. Few have one, so those are
 * looked for by themselves: joining everybody to their accounts takes ten times as long.
 */
const countOfNames = (question: Whom): Sql => sql`
  SELECT people, erased, people + (
    SELECT ifnull(sum(further), 0)
    FROM (
      SELECT person_id, count(*) - 1 AS further FROM credit_account
      WHERE listed = 1 GROUP BY person_id HAVING count(*) > 1
    ) CROSS JOIN private.person_index AS named USING (person_id)
    WHERE ${isAnswer(question)}
  ) AS rows
  FROM (
    SELECT count(*) AS people, ifnull(sum(named.erased), 0) AS erased
    FROM private.person_index AS named WHERE ${isAnswer(question)}
  )`;

const countOfAccounts = (question: Whom): Sql => sql`
  SELECT count(*) AS rows, count(DISTINCT person_id) AS people,
    count(DISTINCT iif(erased = 1, person_id, NULL)) AS erased
  FROM (SELECT named.person_id, named.erased ${rowsOf(question)})`;

const orderOf = (sort: PersonListSort): readonly SortKey[] => {
  const direction = sort.startsWith('-') ? 'descending' : 'ascending';
  const sortBy: SortKey = { column: 'sort_by', direction };
  const byId: SortKey = { column: 'person_id', direction };
  const byAccountId: SortKey = { column: 'account_order', direction };
  return sort === 'name' || sort === '-name'
    ? [sortBy, byId, byAccountId]
    : [sortBy, { column: 'sort_key', direction: 'ascending' }, byId, byAccountId];
};

/** People, one row for each of their accounts that is open or not settled, or one row without. */
export const personList = defineView({
  name: 'person/list',
  input: inputSchema,
  query: ({ sort = 'name', ...question }) => sql`${columnsOf(sort)}${rowsOf(question)}`,
  order: ({ sort = 'name' }) => orderOf(sort),
  pageSize: 200,
  row: (row, { currency }) => ({
    personId: textIn(row, 'person_id'),
    name: textOrNullIn(row, 'name'),
    reference: textOrNullIn(row, 'reference'),
    phone: textOrNullIn(row, 'phone'),
    erased: flagIn(row, 'erased'),
    archived: flagIn(row, 'archived'),
    accountId: textOrNullIn(row, 'account_id'),
    limit: moneyOrNullIn(row, 'limit_minor', currency),
    balance: moneyOrNullIn(row, 'balance_minor', currency),
    available: moneyOrNullIn(row, 'available_minor', currency),
    lastEntryOn: dateOrNullIn(row, 'last_entry_on'),
  }),
});

/** How long the list of the same question is, in rows, and how many people are in it, erased ones too. */
export const personCount = defineView({
  name: 'person/count',
  input: z.strictObject({ ...whom, ...paging }),
  query: (question) =>
    isOfNames(question.filter) ? countOfNames(question) : countOfAccounts(question),
  order: () => [{ column: 'rows', direction: 'ascending' }],
  row: (row) => ({
    rows: numberIn(row, 'rows'),
    people: numberIn(row, 'people'),
    erased: numberIn(row, 'erased'),
  }),
});
