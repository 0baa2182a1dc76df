import type { Output } from './Output.ts';

/** What the command line has of the world. */
export interface Cli {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: NodeJS.ReadStream;
  /** Carries data only. */
  readonly output: Output;
  /** Shows a line to the person, beside the data. */
  readonly say: (line: string) => void;
  /** Shows a question; what is typed behind it stands in the same line. */
  readonly prompt: (question: string) => void;
  /** Shows how far long work is, where there is a terminal to show it on; null ends it. */
  readonly showProgress: (line: string | null) => void;
  /** Aborted when the person or the system asks the program to end. */
  readonly interrupted: AbortSignal;
}
