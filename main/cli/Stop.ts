/** 0 done; 1 done, and the answer is no; 2 wrong usage; 3 cannot open, or cannot go on. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Ends the program with a sentence for the person at the terminal. */
export class Stop extends Error {
  readonly exitCode: Exclude<ExitCode, 0>;

  constructor(exitCode: Exclude<ExitCode, 0>, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
