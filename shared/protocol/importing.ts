import { z } from 'zod';
import { readAsSchema, type FileEncodingName, type Separator } from '../imports/reading.ts';
import type { Refusal } from './refusal.ts';

/** A file to be looked at; nothing is done with it yet. */
export const inspectSchema = z.strictObject({
  file: z.string().max(4096),
  readAs: readAsSchema.optional(),
});
export type InspectOrder = z.infer<typeof inspectSchema>;

/** How a file was read. */
export interface FileReading {
  readonly encoding: FileEncodingName;
  readonly separator: Separator;
}

/** What a file seems to be, by its first part. */
export interface FileInspection {
  /** **Units:** bytes. */
  readonly size: number;
  readonly readAs: FileReading;
  /** False where something else is as likely, so that somebody should look. */
  readonly isSure: { readonly encoding: boolean; readonly separator: boolean };
  /** The names of the columns; one without a name is left out. */
  readonly header: readonly string[];
  readonly unnamedColumns: number;
  /** The first rows: cells in the order of the header, cut short, or why the row could not be read. */
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly error?: Refusal;
  }[];
  /** How many rows there seem to be; exact when the file is no longer than what was read of it. */
  readonly rowCount: { readonly about: number; readonly isExact: boolean };
  /** Rows of the part that was read that will be refused as they stand, by their reason. */
  readonly faults: readonly {
    readonly reason: string;
    readonly count: number;
    readonly line: number;
  }[];
}

export const previewSchema = inspectSchema.extend({
  import: z.string().max(100),
  map: z.record(z.string(), z.unknown()),
});
export type PreviewOrder = z.infer<typeof previewSchema>;

/** What the first rows of a file become under a map. Nothing is written. */
export interface ImportPreview {
  readonly rows: readonly PreviewRow[];
}

export interface PreviewRow {
  readonly line: number;
  readonly outcome: 'added' | 'unchanged' | 'refused';
  /** Of a refused row. */
  readonly error?: Refusal;
  /** What else is wrong with it. */
  readonly more?: readonly Refusal[];
  /** Of one that is here already, at least in part: what the file says otherwise. */
  readonly differing?: readonly string[];
  /** Of one that says again what an earlier row of the file has said: where that begins. */
  readonly firstLine?: number;
  /** What would be run. */
  readonly commands: readonly { readonly command: string; readonly input: object }[];
}

/**
 * Where the refused rows of an import are written, to be mended and brought in again, and in which words:
 * `reasons` are by `refusalReason` or type, with places for what the refusal says, `{text}`.
 */
export const refusedFileSchema = z.strictObject({
  file: z.string().max(4096),
  headings: z.strictObject({
    line: z.string().min(1).max(100),
    reason: z.string().min(1).max(100),
  }),
  reasons: z.record(z.string().max(100), z.string().max(500)),
});
export type RefusedFileOrder = z.infer<typeof refusedFileSchema>;

/** What became of the rows of a file. Lines count from 1, the header being line 1. */
export interface ImportReport {
  /** All rows: those that were added, unchanged or refused. Of a file that fails on the way the rest counts as one. */
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly {
    readonly line: number;
    readonly error: Refusal;
    /** What else is wrong with the row. */
    readonly more?: readonly Refusal[];
    /** Whose row it is, by the name or the reference that the file has of them. Not there where it has none. */
    readonly whose?: string;
  }[];
  /** Rows that are here already, at least in part, but not as the file has them. The daybook keeps its own. */
  readonly differing: readonly { readonly line: number; readonly fields: readonly string[] }[];
  /** Rows that were counted as unchanged because an earlier row of the file, in `firstLine`, is the same one. */
  readonly repeated: readonly { readonly line: number; readonly firstLine: number }[];
  /** How many there are of each, named above or not. */
  readonly counts: {
    readonly refused: number;
    readonly differing: number;
    readonly repeated: number;
  };
  /**
   * Of a check, how many of the rows to be added pass a credit limit, as the file has an approval for them.
   * Not there where none does.
   */
  readonly overLimit?: number;
  /**
   * Of a check, how many of the rows to be added have nothing to be known by, so that a second import of the
   * file adds them again. Not there where none is.
   */
  readonly unnumbered?: number;
  /**
   * Refused rows by their reasons, see `refusalReason`, each with the first line that it was met in. A row
   * that is refused for two reasons counts for both.
   */
  readonly reasons: readonly {
    readonly reason: string;
    readonly count: number;
    readonly line: number;
  }[];
  /** What the file was taken for; umlauts gone wrong or one single column are explained by it. */
  readonly readAs: FileReading;
}
