import { defineTable, integer, integerOrNull, text, textOrNull } from '../../kernel/table.ts';

/** People as far as they may be shown without a key. */
export const personTable = defineTable({
  name: 'person',
  columns: {
    person_id: text,
    /** 0 or 1. */
    archived: integer,
    /** 0 or 1. */
    erased: integer,
    /** Milliseconds since 1970 UTC. */
    registered_at: integer,
    /** Milliseconds since 1970 UTC. */
    erased_at: integerOrNull,
  },
  key: ['person_id'],
  indexes: [['archived'], ['erased']],
});

/**
 * People by name: in memory only. One row for every person, for an erased one too, so that a list
 * of names is a list of people.
 */
export const personIndexTable = defineTable({
  name: 'person_index',
  columns: {
    person_id: text,
    /** Sorts by name; what has no name comes last. */
    sort_key: text,
    /** The same for the reverse order, in which it also comes last. */
    sort_key_down: text,
    /** 0 or 1. */
    archived: integer,
    /** 0 or 1. */
    erased: integer,
    name: textOrNull,
    reference: textOrNull,
    /** The first of the phones. */
    phone: textOrNull,
    /** Everything a search looks at, see `searchText`. */
    search: text,
    /** `PersonDetails` as JSON. */
    details: textOrNull,
  },
  key: ['person_id'],
  indexes: [
    // Holds all that a list shows, so that a search through everybody reads nothing but this.
    ['sort_key', 'person_id', 'archived', 'erased', 'name', 'reference', 'phone', 'search'],
    ['sort_key_down', 'person_id'],
    ['reference'],
  ],
});
