import type { Finding } from './finding.ts';

/** How an open daybook is. */
export interface DaybookStatus {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly device: string;
  /** Who works with it here: the actor of what is written from now on. */
  readonly member: string;
  readonly events: number;
  /** Not empty: damage was found, and the daybook is open for reading only. */
  readonly findings: readonly Finding[];
  /** What happened at opening that the user should know, such as read models made anew. */
  readonly notes: readonly Finding[];
  /** Names become visible as the private index fills. */
  readonly privateIndex: { readonly done: number; readonly total: number };
  /** Events that could not be applied, oldest first, at most 100. */
  readonly poison: readonly {
    readonly consumer: string;
    readonly position: number;
    readonly error: string;
  }[];
  /** Events of a type or version that only a newer Daybook knows. */
  readonly needsNewer: number;
  /**
   * Up to when the log has been recorded, where that is more than an hour later than this machine's clock
   * says now; null where it is not. What is written until then is recorded as of then. **Units:**
   * milliseconds since 1970 UTC.
   */
  readonly clockAhead: number | null;
  readonly lastVerified: { readonly at: number; readonly sound: boolean } | null;
}

/** Something that is made from the log, and how many of its events it has not taken in yet. */
export interface Lag {
  /** Rows of a record, or a consumer of events. */
  readonly kind: 'rows' | 'consumer';
  readonly name: string;
  readonly events: number;
}

/** Where an open daybook is on disk, and how it stands there. **Units:** bytes. */
export interface StorageReport {
  readonly folder: string;
  /** Write-ahead logs included. */
  readonly size: { readonly log: number; readonly keys: number; readonly state: number };
  /** Null when the system does not say. */
  readonly freeBytes: number | null;
  readonly lag: readonly Lag[];
  /** The version of SQLite. */
  readonly sqlite: string;
}

/** The passphrase of a daybook is another one from now on, whatever else is said of it. */
export interface PassphraseChanged {
  /**
   * False where the disk has failed to take away what the old one opens: it goes when the daybook is
   * closed, as soon as the disk lets it.
   */
  readonly isOldGone: boolean;
}
