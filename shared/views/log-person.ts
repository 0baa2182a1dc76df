import { sql, type Sql } from '../kernel/sql.ts';
import type { SqlRow } from '../kernel/view.ts';
import { flagIn, textOrNullIn } from './columns.ts';

/** Whom an event of the log is about. `name` is null once erased, and while names come in. */
export interface LogPerson {
  readonly personId: string;
  readonly name: string | null;
  readonly erased: boolean;
}

export const personNamed = (personId: string): Sql =>
  sql`SELECT name, erased FROM private.person_index WHERE person_id = ${personId}`;

export const logPerson = (personId: string | null, named: SqlRow | null): LogPerson | null =>
  personId === null
    ? null
    : {
        personId,
        name: named === null ? null : textOrNullIn(named, 'name'),
        erased: named !== null && flagIn(named, 'erased'),
      };
