import type { DaybookStatus } from './daybook-status.ts';
import type { EndedJob, RunningJob } from './jobs.ts';

/** A daybook that the program knows of. */
export interface KnownDaybook {
  readonly folder: string;
  readonly name: string;
}

/** A daybook that the program knows of, as it finds it now. */
export interface ListedDaybook extends KnownDaybook {
  /** Its folder is there, and its log is not: it was lost or moved away. */
  readonly lacksLog?: true;
  /** Made up by the program: nothing in it is about anybody. */
  readonly isSample?: true;
}

/** A daybook that is locked. */
export interface LockedDaybook extends KnownDaybook {
  /** Nobody has touched a window for as long as the settings say. */
  readonly because: 'asked' | 'idle';
  /** The long work that this has stopped; left out where there was none. */
  readonly stopped?: readonly RunningJob['kind'][];
}

export interface HostState {
  readonly daybooks: readonly ListedDaybook[];
  /** The daybook that is open and unlocked. */
  readonly open: DaybookStatus | null;
  /** The folder of the one that is open. */
  readonly openFolder: string | null;
  /** Daybooks made here go into this folder unless the user says otherwise. */
  readonly home: string;
  /** The long work that is under way, whichever window has begun it; left out while there is none. */
  readonly jobs?: readonly RunningJob[];
  /** The last of each kind that has ended while the daybook was open; left out while there is none. */
  readonly ended?: readonly EndedJob[];
  /** The daybook that was open when its engine stopped and could not be started again; what was answered is safe, and it can be opened. */
  readonly crashed?: KnownDaybook;
  /** How often the engine of the open daybook has stopped and was started again; left out while it has not. */
  readonly restarts?: number;
  /** The daybook that somebody wants from outside of the window, such as by a double click. */
  readonly wanted?: KnownDaybook;
  /** There is a dialog here by which a folder elsewhere can be chosen. */
  readonly canLocate?: true;
  /** A file or a folder can be shown here where it lies. */
  readonly canShow?: true;
  /** How often this program has closed a daybook for good; left out while it has not. No window goes on in one. */
  readonly closings?: number;
  /** The folder of the daybook that was used last, here or before this start; left out where none was. */
  readonly lastUsed?: string;
  /** The daybook that was locked last, when none is open since: it is opened again where it was left. */
  readonly locked?: LockedDaybook;
}

/** What the program itself is, and what it runs on. */
export interface HostFacts {
  readonly kind: 'browser' | 'desktop';
  readonly node: string;
  /** Null where the window is somebody else's browser. */
  readonly electron: string | null;
  readonly chromium: string | null;
  /** Such as `linux 6.1.0 x64`. */
  readonly system: string;
}
