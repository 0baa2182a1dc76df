import { existsSync, rmSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { createDatabase } from '../sqlite/createDatabase.ts';
import { applicationIds, type DatabaseKind } from '../sqlite/database-kind.ts';
import { openDatabase, openPassingDatabase, type PassingDatabase } from '../sqlite/openDatabase.ts';
import { StorageDamaged, StorageError } from '../sqlite/storage-errors.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import { isOfThisHistory, stateTablesSql } from '../projection/stateTables.ts';

/** Marks `state.db` and its newest format. */
export const stateKind: DatabaseKind = { applicationId: applicationIds.state, newestFormat: 1 };

export interface OpenedState {
  readonly database: PassingDatabase;
  /** Set when the read models were thrown away and are made again. */
  readonly note: Finding | null;
  /** Set when the rows know of events that the log has not: then the log is an older one. */
  readonly finding: Finding | null;
}

const logBehindRows: Finding = {
  type: 'LogBehindRows',
  detail: 'state.db knows of events that are not in the log',
};

const remove = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};

const remade = (detail: string): Finding => ({ type: 'ReadModelsRemade', detail });

const create = (path: string): void => {
  createDatabase({
    path,
    kind: stateKind,
    format: 1,
    fill: (handle) => handle.execute(stateTablesSql),
  });
};

const memory = { attachPrivate: true, cacheKiB: 32 * 1024 };

/** Opens the file. One in which damage is met is taken away when it is closed, to be made anew. */
const open = (path: string): Result<PassingDatabase, Refusal> => {
  let isDamaged = false;
  const onDamage = (): void => {
    isDamaged = true;
  };
  const opened = openDatabase({ path, kind: stateKind, durability: 'normal', onDamage, ...memory });
  if (!opened.ok) return opened;
  const close = (): void => {
    opened.value.close();
    if (isDamaged) remove(path);
  };
  return ok({ ...opened.value, close });
};

/**
 * Read models of a log with findings: made from what it says, to look at, and gone when it is closed. What
 * `state.db` knows stays as it is; the right log, once it is put back, must find its own rows there.
 */
export const openPassingState = (finding: Finding | null): OpenedState => ({
  database: openPassingDatabase(memory),
  note: null,
  finding,
});

/** Rows of a log that cannot be read just now are left alone. */
const isOfThisHistoryAsFarAsSeen: typeof isOfThisHistory = (handle, log) => {
  try {
    return isOfThisHistory(handle, log);
  } catch (cause) {
    if (cause instanceof StorageError) return true;
    throw cause;
  }
};

/** Opens it and looks whose it is. Whether its rows are right is for `verify` to say. */
const openSound = (path: string, log: EventReader): Result<PassingDatabase, Refusal> => {
  const daybook = log.daybook.id;
  const opened = open(path);
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    database.execute(stateTablesSql);
    const basis = database.read<{ daybook: string }>('SELECT daybook FROM basis').get();
    if (!basis || basis.daybook === daybook) {
      database.write('INSERT OR REPLACE INTO basis VALUES (1, ?)').run(daybook);
      return opened;
    }
  } catch (cause) {
    if (!(cause instanceof StorageDamaged)) {
      database.close();
      throw cause;
    }
  }
  database.close();
  return err({ type: 'StateUnusable' });
};

/**
 * Opens the read models. They can be made again at any time, so a file that is damaged, of an unknown
 * format or of another daybook gives way to an empty one, and the note says so. One that knows more
 * than the log is a witness: it stays, and others take its place for this time. A database that is not ours at all is left where it is.
 *
 * **Errors:** `ForeignDatabase`, `InUse`.
 */
export const openStateDatabase = (path: string, log: EventReader): Result<OpenedState, Refusal> => {
  const wasThere = existsSync(path);
  if (!wasThere) {
    // Without the file itself its WAL is of no use, and would be taken for that of the new one.
    remove(path);
    create(path);
  }
  let opened: Result<PassingDatabase, Refusal>;
  try {
    opened = openSound(path, log);
  } catch (cause) {
    if (!(cause instanceof StorageDamaged)) throw cause;
    opened = err({ type: 'StateUnusable' });
  }
  if (opened.ok) {
    if (!isOfThisHistoryAsFarAsSeen(opened.value, log)) {
      opened.value.close();
      return ok(openPassingState(logBehindRows));
    }
    const note =
      wasThere || log.position() === 0
        ? null
        : remade('state.db was missing, or damaged when it was last closed');
    return ok({ database: opened.value, note, finding: null });
  }
  if (opened.error.type === 'ForeignDatabase' || opened.error.type === 'InUse') return opened;
  const reason = opened.error.type;
  remove(path);
  create(path);
  const fresh = openSound(path, log);
  if (!fresh.ok) return fresh;
  const note = remade(`state.db was not usable: ${reason}`);
  return ok({ database: fresh.value, note, finding: null });
};
