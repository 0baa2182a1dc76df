import Sqlite from 'better-sqlite3';
import { createHandle, guarded } from './createHandle.ts';
import type { WriteHandle } from './handle.ts';

/** A database without any of our guards. */
export interface UnguardedDatabase extends WriteHandle {
  readonly close: () => void;
}

/**
 * For tests only: opens a file, or the bytes of one in memory, as a stranger would: with SQLite's own
 * settings and without looking whose it is. So that tests can do damage, and read damaged bytes.
 */
export const openUnguarded = (source: string | Buffer): UnguardedDatabase => {
  const connection = guarded(() => new Sqlite(source));
  connection.unsafeMode(true);
  connection.pragma('recursive_triggers=OFF');
  return {
    ...createHandle(() => connection),
    close: () => {
      connection.close();
    },
  };
};
