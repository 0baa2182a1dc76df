import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { Connection, Statement } from './connection.ts';
import type { ReadStatement, WriteHandle, WriteStatement } from './handle.ts';
import { StorageDamaged, toStorageError } from './storage-errors.ts';

/** Turns what SQLite or the file system throws into a `StorageError`. */
export const guarded = <Value>(work: () => Value): Value => {
  try {
    return work();
  } catch (error) {
    throw toStorageError(error);
  }
};

/** Caches what is made from a text. */
const byText = <Value>(make: (text: string) => Value): ((text: string) => Value) => {
  const made = new Map<string, Value>();
  return (text) => {
    let value = made.get(text);
    if (value === undefined) {
      value = make(text);
      made.set(text, value);
    }
    return value;
  };
};

/**
 * The handle over a connection that may be replaced by a fresh one. `onDamage` hears of damage in this
 * database, and not of what else is thrown within a transaction.
 */
export const createHandle = (
  current: () => Connection,
  onDamage: () => void = () => undefined,
): WriteHandle => {
  const own = <Value>(work: () => Value): Value => {
    try {
      return guarded(work);
    } catch (error) {
      if (error instanceof StorageDamaged) onDamage();
      throw error;
    }
  };

  const prepared = (text: string, reads: boolean): (() => Statement) => {
    let connection = current();
    let statement: Statement = own(() => connection.prepare(text));
    if (statement.reader !== reads || (reads && !statement.readonly)) {
      throw new Error(`not a statement that ${reads ? 'reads' : 'writes'}: ${text}`);
    }
    return () => {
      if (connection !== current()) {
        connection = current();
        statement = connection.prepare(text);
      }
      return statement;
    };
  };

  const read = byText((text): ReadStatement<unknown> => {
    const statement = prepared(text, true);
    return {
      all: (...values) => own(() => statement().all(...values)),
      get: (...values) => own(() => statement().get(...values)),
    };
  });
  const write = byText((text): WriteStatement => {
    const statement = prepared(text, false);
    return {
      run: (...values: readonly SqlValue[]) => own(() => statement().run(...values).changes),
    };
  });
  const begin = prepared('BEGIN IMMEDIATE', false);
  const commit = prepared('COMMIT', false);

  return {
    read: <Row>(text: string) => read(text) as ReadStatement<Row>,
    write,
    execute: (text) => void own(() => current().exec(text)),
    transaction: (work) => {
      if (current().inTransaction) throw new Error('a transaction is already open');
      return guarded(() => {
        own(() => begin().run());
        try {
          const value = work();
          own(() => commit().run());
          return value;
        } finally {
          if (current().inTransaction) current().exec('ROLLBACK');
        }
      });
    },
  };
};
