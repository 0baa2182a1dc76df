import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * One line for whoever mends the program. Never an input, a reply, a name that a user typed, or a
 * message of an error, which may quote any of these.
 */
export interface HostLogEntry {
  readonly event: string;
  /** Left out of what is as usual. `warning`: something was refused. `error`: something is to be mended. */
  readonly level?: 'warning' | 'error';
  readonly incidentId?: string;
  readonly method?: string;
  /** The kind of a job. */
  readonly job?: string;
  /** The type of what was refused. */
  readonly refusal?: string;
  /** How long it took. */
  readonly ms?: number;
  readonly defect?: Defect;
  /** A defect as the engine tells it, without its message. */
  readonly trace?: string;
}

export type HostLog = (entry: HostLogEntry) => void;

/** What may be told of a thrown value: where it came from, not what it says. */
export interface Defect {
  readonly name: string;
  readonly code: string | null;
  readonly frames: readonly string[];
}

const codeOf = (thrown: Error): string | null =>
  'code' in thrown && typeof thrown.code === 'string' ? thrown.code.slice(0, 60) : null;

/** The stack without its first lines, which are the message. */
const stackBelow = ({ stack = '', message }: Error): string => {
  const at = stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
};

/** Keeps the class, the code and the stack of a thrown value and leaves its message out. */
export const describeDefect = (thrown: unknown): Defect => {
  if (!(thrown instanceof Error)) return { name: typeof thrown, code: null, frames: [] };
  const frames = stackBelow(thrown)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*[:(].*:\d+:\d+\)?$/.test(line))
    .slice(0, 20);
  return { name: thrown.name.slice(0, 60), code: codeOf(thrown), frames };
};

/** What writes down why something has failed that nobody waits for. */
export const createFailureLog =
  (log: HostLog) =>
  (event: string) =>
  (thrown: unknown): void =>
    log({ event, level: 'error', defect: describeDefect(thrown) });

const maxBytes = 1_048_576;

/**
 * A log in a file of JSON lines, made when there is first something to say. At one megabyte it becomes
 * `<file>.old` in the place of an earlier one. A log that cannot be written stops nobody's work.
 */
export const createFileLog = (file: string, nowMs: () => number): HostLog => {
  /** That the program began and ended is told beside something else: a program that did nothing leaves no file. */
  let held = '';
  return (entry) => {
    const line = `${JSON.stringify({ at: new Date(nowMs()).toISOString(), ...entry })}\n`;
    const isWorthAFile = entry.event !== 'start' && entry.event !== 'stop';
    try {
      const size = statSync(file, { throwIfNoEntry: false })?.size;
      if (size === undefined && !isWorthAFile) {
        held += line;
        return;
      }
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      if ((size ?? 0) > maxBytes) renameSync(file, `${file}.old`);
      appendFileSync(file, held + line, { mode: 0o600 });
      held = '';
    } catch {
      // There is nowhere left to say it.
    }
  };
};

/** As many lines as tell of the last days, and not more than somebody can read. */
const readLines = 200;

const linesOf = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

/** The end of such a log, oldest line first; nothing where there is none. */
export const readLogLines = (file: string): readonly string[] => {
  const lines = linesOf(file);
  const earlier = lines.length < readLines ? linesOf(`${file}.old`) : [];
  return [...earlier, ...lines].slice(-readLines);
};
