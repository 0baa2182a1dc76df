import { statSync } from 'node:fs';
import type { DeviceId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { DatabaseRefused } from '../sqlite/database-kind.ts';
import { migrateDatabase } from '../sqlite/migrateDatabase.ts';
import { openDatabase, type Database } from '../sqlite/openDatabase.ts';
import { StorageDamaged, StorageError } from '../sqlite/storage-errors.ts';
import { createEventReader } from './createEventReader.ts';
import { createLogWriter } from './createLogWriter.ts';
import { readDaybook } from './daybook-row.ts';
import type { EventLog, EventReader, LogFinding, VerifyRun } from './EventLog.ts';
import { openHeadsWriter, readHeads, type HeadsRead } from './heads-file.ts';
import { logFiles, logKind } from './log-files.ts';
import { logMigrations } from './migrations/log-migrations.ts';
import { quickCheck } from './quick-check.ts';
import { startVerifyLog } from './verifyLog.ts';

export interface LogToOpen {
  readonly directory: string;
  /** Absent while it is not known yet who this is: then nothing is written before `startWriting`. */
  readonly device?: DeviceId;
  readonly nowMs: () => number;
  /** Hears of heads that could not be written after a commit. The next commit writes them again. */
  readonly onHeadsNotWritten?: (error: unknown) => void;
}

/** A log that was opened: sound, or with findings and then only readable, if that. */
export interface OpenedLog {
  /** Null when there are findings, or no device. */
  readonly log: EventLog | null;
  /** Null when the log cannot be read at all. */
  readonly reader: EventReader | null;
  readonly findings: readonly LogFinding[];
  /** The log for writing as this device; null when there are findings. Call it once. */
  readonly startWriting: (device: DeviceId) => EventLog | null;
  /** Begins a full check of what is on disk now. */
  readonly startVerify: () => VerifyRun;
  readonly close: () => void;
}

const knownSchemas = logMigrations.map(({ schemaHash }) => schemaHash);

/** A log whose database is open, and what a quick look at it has found. */
interface CheckedLog {
  readonly database: Database;
  readonly schema: string;
  readonly heads: HeadsRead;
  readonly findings: readonly LogFinding[];
}

/** Room for what a group of commands touches: a transaction that does not fit is written twice. */
const cacheKiB = 16 * 1024;

const openChecked = (directory: string, readOnly: boolean): Result<CheckedLog, DatabaseRefused> => {
  const files = logFiles(directory);
  const opened = openDatabase({
    path: files.log,
    kind: logKind,
    durability: 'full',
    readOnly,
    cacheKiB,
  });
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    const schema = knownSchemas[database.format() - 1] ?? '';
    const heads = readHeads(files.heads);
    return ok({ database, schema, heads, findings: quickCheck(database, schema, heads) });
  } catch (error) {
    database.close();
    throw error;
  }
};

const walHoldsSomething = (directory: string): boolean =>
  (statSync(`${logFiles(directory).log}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * After a crash there are commits in the WAL. A connection that may write moves them into the file when
 * it closes and deletes the rest, and with it what might tell of damage; so one that may not looks first.
 */
const openWithCare = (directory: string): Result<CheckedLog, DatabaseRefused> => {
  if (walHoldsSomething(directory)) {
    const looked = openChecked(directory, true);
    if (!looked.ok || looked.value.findings.length > 0) return looked;
    looked.value.database.close();
  }
  return openChecked(directory, false);
};

/** The reader of a log that may be damaged; null when not even its ends can be read. */
const tryReader = (database: Database, device: DeviceId | null): EventReader | null => {
  try {
    const daybook = readDaybook(database);
    if (daybook === null) return null;
    const reader = createEventReader(database, daybook, device);
    reader.position();
    reader.heads();
    return reader;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return null;
  }
};

const openedLog = (
  checked: CheckedLog,
  { directory, device, nowMs, onHeadsNotWritten = () => undefined }: LogToOpen,
): OpenedLog => {
  const { database, schema, heads, findings } = checked;
  const reader = tryReader(database, device ?? null);
  const sound = findings.length === 0 && reader !== null && heads.type === 'read';
  if (sound) migrateDatabase(database, logMigrations);

  let log: EventLog | null = null;
  const startWriting = (writer: DeviceId): EventLog | null => {
    if (!sound) return null;
    if (log !== null) throw new Error('the log is being written already');
    const { daybook } = reader;
    const headsWriter = openHeadsWriter(logFiles(directory).heads, heads.heads, onHeadsNotWritten);
    log = createLogWriter({ database, daybook, device: writer, nowMs, heads: headsWriter });
    return log;
  };
  if (device !== undefined) startWriting(device);
  return {
    log,
    reader,
    findings,
    startWriting,
    startVerify: () => startVerifyLog(database, schema, readHeads(logFiles(directory).heads)),
    close: () => {
      if (log === null) database.close();
      else log.close();
    },
  };
};

/** A log so damaged that it does not open. */
const unreadableLog = (error: StorageDamaged): OpenedLog => {
  const findings: LogFinding[] = [{ type: 'DatabaseDamaged', detail: error.code }];
  return {
    log: null,
    reader: null,
    findings,
    startWriting: () => null,
    startVerify: () => ({
      step: () => 'done',
      progress: () => ({ done: 0, total: 0 }),
      findings: () => findings,
    }),
    close: () => undefined,
  };
};

/**
 * Opens the log of a daybook and looks whether it is sound: its schema, its heads, its last events. With
 * findings it is only read, and nothing on disk changes; nothing is ever mended in silence.
 *
 * **Errors:** see `DatabaseRefused`. Throws `StorageError`s, but not for damage, which is a finding.
 */
export const openEventLog = (options: LogToOpen): Result<OpenedLog, DatabaseRefused> => {
  try {
    const checked = openWithCare(options.directory);
    return checked.ok ? ok(openedLog(checked.value, options)) : checked;
  } catch (error) {
    if (!(error instanceof StorageDamaged)) throw error;
    return ok(unreadableLog(error));
  }
};
