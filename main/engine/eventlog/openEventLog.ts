import type { DeviceId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { DatabaseRefused } from '../sqlite/database-kind.ts';
import { openDatabase } from '../sqlite/openDatabase.ts';
import { StorageDamaged } from '../sqlite/storage-errors.ts';
import { createLogWriter } from './createLogWriter.ts';
import { readDaybook } from './daybook-row.ts';
import type { EventLog, EventReader, LogFinding } from './EventLog.ts';
import { openHeadsWriter, readHeads } from './heads-file.ts';
import { logFiles, logKind } from './log-files.ts';

export interface LogToOpen {
  readonly directory: string;
  readonly device: DeviceId;
  readonly nowMs: () => number;
}

/** A log that was opened: sound and writable, or with findings and then only readable, if that. */
export interface OpenedLog {
  readonly log: EventLog | null;
  readonly reader: EventReader | null;
  readonly findings: readonly LogFinding[];
  readonly close: () => void;
}

/** Opens the log of a daybook and checks its end. */
export const openEventLog = ({
  directory,
  device,
  nowMs,
}: LogToOpen): Result<OpenedLog, DatabaseRefused> => {
  const files = logFiles(directory);
  const opened = openDatabase({ path: files.log, kind: logKind, durability: 'full' });
  if (!opened.ok) return opened;
  const database = opened.value;
  const daybook = readDaybook(database);
  const heads = readHeads(files.heads);
  if (!daybook || heads.type !== 'read') throw new StorageDamaged('TODO', 'heads', null);
  const log = createLogWriter({
    database,
    daybook,
    device,
    nowMs,
    heads: openHeadsWriter(files.heads, heads.heads),
  });
  return ok({ log, reader: log, findings: [], close: log.close });
};
