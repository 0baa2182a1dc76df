/** Where the text of an export comes from, in pieces. */
export interface ExportSource {
  /** The next piece, of some milliseconds of work at most; null at the end. */
  readonly next: () => string | null;
  /** How many rows or events it has been through, of how many. */
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly written: () => number;
  readonly leftOut: () => number;
  /** The position that all of it is true of. */
  readonly position: number;
  /** At the end: something has happened meanwhile, so that the pieces do not belong together, or may no longer be shown. */
  readonly isStale: () => boolean;
}

/** Rows asked for at a time: so few that a slice stays short. */
export const ROWS_A_PIECE = 200;
