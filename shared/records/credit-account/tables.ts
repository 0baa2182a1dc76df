import { defineTable, integer, text, textOrNull } from '../../kernel/table.ts';

/** Accounts with what they add up to. Sums are minor units of the daybook's currency. */
export const creditAccountTable = defineTable({
  name: 'credit_account',
  columns: {
    account_id: text,
    person_id: text,
    limit_minor: integer,
    balance_minor: integer,
    /** 0 or 1. */
    closed: integer,
    /**
     * 0 or 1: open, or not settled, and therefore in the list of people. A column of its own, as SQLite never
     * takes an index with a computed one for all that is needed.
     */
    listed: integer,
    /** How many entries there are, reversals among them. */
    entries: integer,
    /** The latest business date of any entry. */
    last_entry_on: textOrNull,
    /** The earliest one. */
    first_entry_on: textOrNull,
  },
  key: ['account_id'],
  computed: {
    available_minor: 'limit_minor - balance_minor',
    /** Of an open account without any credit left: how far it is past its limit, 0 when it is exhausted. */
    passed_minor:
      'CASE WHEN closed = 0 AND balance_minor >= limit_minor THEN balance_minor - limit_minor END',
  },
  // Counting whoever is listed reads nothing but this; a charge leaves it alone.
  indexes: [['person_id', 'listed']],
  sparseIndexes: ['passed_minor'],
});

/** What stands in an account, in canonical order. Texts stay sealed in the event of the same id. */
export const creditAccountEntryTable = defineTable({
  name: 'credit_account_entry',
  columns: {
    account_id: text,
    /** The id of the event that made it. */
    entry_id: text,
    ordinal: integer,
    /** `charge`, `payment` or `reversal`. */
    kind: text,
    /** Above zero. */
    amount_minor: integer,
    /** What it does to the balance, with its sign. */
    effect_minor: integer,
    occurred_on: text,
    /** 0 or 1: somebody allowed it to pass the limit. */
    approved: integer,
    /** 0 or 1: a later entry takes it back. */
    reversed: integer,
    /** The entry that this one takes back. */
    reverses: textOrNull,
  },
  key: ['account_id', 'entry_id'],
  computed: {
    charged_minor: "CASE kind WHEN 'charge' THEN amount_minor ELSE 0 END",
    paid_minor: "CASE kind WHEN 'payment' THEN amount_minor ELSE 0 END",
  },
  sums: [
    {
      name: 'credit_account_day',
      by: 'occurred_on',
      of: ['charged_minor', 'paid_minor', 'effect_minor'],
    },
  ],
});
