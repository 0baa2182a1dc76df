/** A file that a window has handed to the program, and that a job may read. */
export interface HandedFile {
  readonly id: string;
  /** Its own name, never a path. */
  readonly name: string;
  readonly bytes: number;
}

/** Where a job may write a file for a window. */
export interface ChosenPlace {
  readonly id: string;
  readonly name: string;
}
