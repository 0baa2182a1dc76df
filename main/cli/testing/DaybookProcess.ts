import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

const program = path.resolve(import.meta.dirname, '../main.ts');

/** Most of what a short call takes is compiling. */
const compileCache = path.resolve(import.meta.dirname, '../../../node_modules/.cache/compile');

/** What became of a call of the command line. */
export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running call of the command line. */
export interface DaybookProcess {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly ended: Promise<Outcome>;
  /** Resolves with what came so far, when that many lines have come on standard output. */
  readonly lines: (count: number) => Promise<readonly string[]>;
}

export const TEST_PASSPHRASE = 'correct horse battery staple';

/** Starts the command line as a process of its own, `through` a program that starts others if one is given. */
export const startDaybook = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): DaybookProcess => {
  const [command = '', ...rest] = [...through, process.execPath, program, ...args];
  const child = spawn(command, rest, {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      DAYBOOK_PASSPHRASE: TEST_PASSPHRASE,
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A call that ends before it has read everything is no fault of the test.
  child.stdin.on('error', () => undefined);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Outcome>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    child,
    ended,
    lines: (count) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const lines = stdout.split('\n').slice(0, -1);
          if (lines.length < count) return;
          child.stdout.off('data', look);
          resolve(lines);
        };
        child.stdout.on('data', look);
        void ended.then(() => reject(new Error(`it ended: ${stderr}`)));
        look();
      }),
  };
};

/** Runs a call to its end with this standard input. */
export const daybook = (
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<Outcome> => {
  const { child, ended } = startDaybook(args);
  child.stdin.end(input);
  return ended;
};

/** Lines of JSON, read. */
export const readLines = ({ stdout }: Outcome): readonly unknown[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

export interface Scratch {
  readonly at: (name: string) => string;
  readonly remove: () => void;
}

/** A folder for the daybooks of one test file; to be removed when they are done. */
export const createScratch = (): Scratch => {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybook-cli-'));
  return {
    at: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

/** Makes a daybook in US dollars. */
export const makeDaybook = async (folder: string): Promise<string> => {
  const made = await daybook(['new', folder, '--name', 'Test', '--currency', 'USD']);
  if (made.code !== 0) throw new Error(made.stderr);
  return folder;
};
