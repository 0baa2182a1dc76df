import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { DaybookLocation, DaybookToReopen } from '../Engine.ts';
import type { EngineOptions } from '../EngineOptions.ts';
import type { EventLog, EventReader, VerifyRun } from '../eventlog/EventLog.ts';
import { hasDamagedSlot } from '../eventlog/heads-file.ts';
import { logFiles } from '../eventlog/log-files.ts';
import { openEventLog } from '../eventlog/openEventLog.ts';
import { openKeyStore } from '../keys/openKeyStore.ts';
import { createSecret } from '../keys/Secret.ts';
import type { UnlockedKeyStore } from '../keys/unlockedKeyStore.ts';
import type { VaultOpener } from '../keys/vault.ts';
import { holdFiles, type HeldFiles } from './holdFiles.ts';
import { readLockFile, removeLockFile, writeLockFile, type LockHolder } from './lockFile.ts';
import { writeMarkerFile } from './markerFile.ts';
import { openPassingState, openStateDatabase } from './openStateDatabase.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import { StorageError, toStorageError } from '../sqlite/storage-errors.ts';
import { storageRefusal } from '../sqlite/storageRefusal.ts';
import { whatIsMissing } from './whatIsMissing.ts';

/** The files of a daybook, open, and what was found on the way. */
export interface OpenedParts {
  readonly folder: string;
  readonly reader: EventReader;
  /** Null when damage was found: nothing may be written. */
  readonly log: EventLog | null;
  readonly keys: UnlockedKeyStore;
  /** Nothing that is written into it stays when damage was found. */
  readonly state: WriteHandle;
  readonly findings: readonly Finding[];
  /** True once the log or the keys were deleted while they are open. */
  readonly areDeleted: () => boolean;
  /** Begins a full check of the log. */
  readonly startVerify: () => VerifyRun;
  /** What the user should know; more may be added while it is open. */
  readonly notes: Finding[];
  readonly close: () => void;
}

/** Another process has it open; `holder` is null when nobody can tell who. */
export interface InUse {
  readonly type: 'InUse';
  readonly holder: LockHolder | null;
}

/** The log cannot be read at all. Nothing has been changed. */
export interface LogUnreadable {
  readonly type: 'LogUnreadable';
  readonly findings: readonly Finding[];
}

const inUse = (folder: string): InUse => ({ type: 'InUse', holder: readLockFile(folder) });

const unreadable = (findings: readonly Finding[]): LogUnreadable => ({
  type: 'LogUnreadable',
  findings,
});

/** Erasures that the keys know of and the log does not: an older log stands in the place of a newer one. */
const findLostErasures = (
  keys: Pick<UnlockedKeyStore, 'tombstones'>,
  log: EventReader,
): readonly Finding[] =>
  // One event ends several keys.
  [...new Map(keys.tombstones().map(({ event, person }) => [event, person]))]
    .filter(([event, person]) => log.readById(event)?.subject !== person)
    .map(([event]) => ({
      type: 'TombstoneWithoutEvent',
      detail: `the log has lost the erasure ${event}`,
    }));

/** Collects what was opened, to close all of it in the opposite order, whatever one of them throws. */
const createClosing = (): {
  readonly add: (close: () => void) => void;
  readonly closeAll: () => void;
} => {
  let closes: (() => void)[] = [];
  return {
    add: (close) => closes.unshift(close),
    closeAll: () => {
      const all = closes;
      closes = [];
      const failures: unknown[] = [];
      for (const close of all) {
        try {
          close();
        } catch (cause) {
          failures.push(cause);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
};

const openerOf = (location: DaybookLocation | DaybookToReopen): VaultOpener =>
  'keptKey' in location
    ? { keptKey: location.keptKey }
    : { passphrase: createSecret(location.passphrase), keepKeyIn: location.keepKeyIn };

const openAll = async (
  location: DaybookLocation | DaybookToReopen,
  { world, kdf }: EngineOptions,
  closing: ReturnType<typeof createClosing>,
): Promise<Result<OpenedParts, Refusal>> => {
  const { folder } = location;
  const missing = whatIsMissing(folder);
  if (missing) return err(missing);
  const notes: Finding[] = [];
  let held: HeldFiles | null = null;
  // First, and so closed last: closing them would take the locks away.
  closing.add(() => held?.close());
  const opened = openEventLog({
    directory: folder,
    nowMs: world.nowMs,
    onHeadsNotWritten: () => {
      const type = 'HeadsNotWritten';
      if (!notes.some((note) => note.type === type))
        notes.push({ type, detail: 'a lost end of the log would not be noticed' });
    },
  });
  if (!opened.ok) return opened;
  closing.add(opened.value.close);
  if (hasDamagedSlot(logFiles(folder).heads))
    notes.push({ type: 'HeadsSlotDamaged', detail: 'one of two; the other was used' });
  const { reader, startWriting, startVerify } = opened.value;
  if (!reader) return err(unreadable(opened.value.findings));

  const keys = await openKeyStore({
    path: join(folder, 'keys.db'),
    daybook: reader.daybook.id,
    ...openerOf(location),
    world,
    ...(kdf ? { kdf } : {}),
  });
  if (!keys.ok) return keys;
  closing.add(keys.value.close);

  // Rules that somebody took out of the keys are damage as much as a broken chain is; and what keys and
  // rows remember, the log must not have forgotten.
  const findings: Finding[] = [...opened.value.findings, ...keys.value.findings];
  if (findings.length === 0) findings.push(...findLostErasures(keys.value, reader));
  const state =
    findings.length === 0
      ? openStateDatabase(join(folder, 'state.db'), reader)
      : ok(openPassingState(null));
  if (!state.ok) return state;
  closing.add(state.value.database.close);
  if (state.value.note) notes.push(state.value.note);
  if (state.value.finding) findings.push(state.value.finding);
  const log = findings.length === 0 ? startWriting(keys.value.device) : null;

  const { areDeleted } = (held = holdFiles([logFiles(folder).log, join(folder, 'keys.db')]));

  writeLockFile(folder, world.nowMs());
  // Here, and not only at the making: daybooks are older than their markers.
  writeMarkerFile(folder);
  closing.add(() => removeLockFile(folder));
  return ok({
    folder,
    // It knows which events are of this device, and those are never late.
    reader: log ?? reader,
    log,
    areDeleted,
    startVerify,
    keys: keys.value,
    state: state.value.database,
    findings,
    notes,
    close: closing.closeAll,
  });
};

/**
 * Opens the files of a daybook, the log first, as it holds the lock of the folder.
 *
 * **Errors:** `NotADaybook`, `LogMissing`, `InUse`, `WrongPassphrase`, `FormatTooNew`, `ForeignDatabase`,
 * `KeysDamaged`, `LogUnreadable`, and the refusals of the disk. Nothing stays open after one.
 */
export const openParts = async (
  location: DaybookLocation | DaybookToReopen,
  options: EngineOptions,
): Promise<Result<OpenedParts, Refusal>> => {
  const closing = createClosing();
  try {
    const opened = await openAll(location, options, closing);
    if (opened.ok) return opened;
    closing.closeAll();
    return err(opened.error.type === 'InUse' ? inUse(location.folder) : opened.error);
  } catch (cause) {
    closing.closeAll();
    const failure = toStorageError(cause);
    if (failure instanceof StorageError) return err(storageRefusal(failure));
    throw cause;
  }
};
