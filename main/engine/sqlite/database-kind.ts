import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { DatabaseHeader } from './database-header.ts';

/** A kind of file of ours: what marks it, and the newest format of it that this program knows. */
export interface DatabaseKind {
  /** SQLite's `application_id`, which stands in the file's header. */
  readonly applicationId: number;
  /** SQLite's `user_version`; formats count from 1. */
  readonly newestFormat: number;
}

/** "DbkL", "DbkK" and "DbkS" in ASCII, so that `file` and a hex dump show them. */
export const applicationIds = {
  log: 0x44626b4c,
  keys: 0x44626b4b,
  state: 0x44626b53,
} as const;

/** Why a file was not opened. The file is as it was. */
export type DatabaseRefused =
  | { readonly type: 'DatabaseMissing'; readonly path: string }
  | { readonly type: 'InUse'; readonly path: string }
  | { readonly type: 'NotADatabase'; readonly path: string }
  | { readonly type: 'ForeignDatabase'; readonly path: string; readonly applicationId: number }
  | {
      readonly type: 'FormatTooNew';
      readonly path: string;
      readonly found: number;
      readonly newest: number;
    };

/** Says whether a header belongs to a file of this kind that this program can read. */
export const checkKind = (
  path: string,
  kind: DatabaseKind,
  header: DatabaseHeader | null,
): Result<null, DatabaseRefused> => {
  if (header === null || header.userVersion < 0) return err({ type: 'NotADatabase', path });
  const { applicationId, userVersion } = header;
  if (applicationId !== kind.applicationId) {
    return err({ type: 'ForeignDatabase', path, applicationId });
  }
  // Files of ours come into being with their format; without one the header is not what we wrote.
  if (userVersion === 0) return err({ type: 'NotADatabase', path });
  return userVersion > kind.newestFormat
    ? err({ type: 'FormatTooNew', path, found: userVersion, newest: kind.newestFormat })
    : ok(null);
};
