import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { defineView, type SqlRow, type ViewContext } from '../kernel/view.ts';
import type { PersonDetails } from '../records/person/details.ts';
import { flagIn, numberIn, numberOrNullIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

export interface PersonPageAccount {
  readonly accountId: string;
  readonly limit: Money;
  readonly balance: Money;
  readonly available: Money;
  readonly closed: boolean;
  readonly entries: number;
  readonly lastEntryOn: LocalDate | null;
}

export interface PersonPage {
  readonly personId: string;
  /** Null when erased, or while names are not all in memory yet. */
  readonly name: string | null;
  readonly details: PersonDetails | null;
  readonly erased: boolean;
  readonly archived: boolean;
  /** **Units:** milliseconds since 1970 UTC. */
  readonly registeredAt: number;
  /** **Units:** milliseconds since 1970 UTC. */
  readonly erasedAt: number | null;
  /** In the order in which they were opened, as far as their ids tell. */
  readonly accounts: readonly PersonPageAccount[];
}

/** As the SQL below writes it. **Units:** sums in minor units, flags 0 or 1. */
const accountSchema = z.object({
  account_id: z.string(),
  limit_minor: z.number(),
  balance_minor: z.number(),
  available_minor: z.number(),
  closed: z.number(),
  entries: z.number(),
  last_entry_on: z.string().nullable(),
});

const accountOf = (
  account: z.infer<typeof accountSchema>,
  currency: string,
): PersonPageAccount => ({
  accountId: account.account_id,
  limit: { currency, minor: account.limit_minor },
  balance: { currency, minor: account.balance_minor },
  available: { currency, minor: account.available_minor },
  closed: account.closed !== 0,
  entries: account.entries,
  lastEntryOn: account.last_entry_on as LocalDate | null,
});

const columns = sql`
  SELECT person.person_id, person.erased, person.archived, person.registered_at, person.erased_at,
    named.name, named.details,
    (SELECT json_group_array(
        json_object('account_id', account_id, 'limit_minor', limit_minor,
          'balance_minor', balance_minor, 'available_minor', available_minor, 'closed', closed,
          'entries', entries, 'last_entry_on', last_entry_on)
        ORDER BY account_id)
      FROM credit_account WHERE credit_account.person_id = person.person_id) AS accounts`;

const rowOf = (row: SqlRow, { currency }: ViewContext): PersonPage => {
  const details = textOrNullIn(row, 'details');
  return {
    personId: textIn(row, 'person_id'),
    name: textOrNullIn(row, 'name'),
    details: details === null ? null : (JSON.parse(details) as PersonDetails),
    erased: flagIn(row, 'erased'),
    archived: flagIn(row, 'archived'),
    registeredAt: numberIn(row, 'registered_at'),
    erasedAt: numberOrNullIn(row, 'erased_at'),
    accounts: z
      .array(accountSchema)
      .parse(JSON.parse(textIn(row, 'accounts')))
      .map((account) => accountOf(account, currency)),
  };
};

const personPagesView = <const Name extends string, Input extends object>(
  name: Name,
  input: z.ZodType<Input, unknown>,
  rows: (input: Input) => Sql,
) =>
  defineView({
    name,
    input,
    query: (input: Input) => sql`${columns}${rows(input)}`,
    order: () => [{ column: 'person_id', direction: 'ascending' }],
    row: rowOf,
  });

/** One person with details and accounts; no row when there is no such person. */
export const personPage = personPagesView(
  'person/page',
  z.strictObject({ personId: personIdSchema, ...paging }),
  ({ personId }) => sql`
    FROM person LEFT JOIN private.person_index AS named ON named.person_id = person.person_id
    WHERE person.person_id = ${personId}`,
);

/** The people who have this reference, spelled just so. More than one is possible: nothing forbids it. */
export const personByReference = personPagesView(
  'person/by-reference',
  z.strictObject({ reference: z.string().min(1).max(100), ...paging }),
  ({ reference }) => sql`
    FROM private.person_index AS named CROSS JOIN person ON person.person_id = named.person_id
    WHERE named.reference = ${reference}`,
);
