import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real process of a program of ours, as somebody at a terminal has it. */
export interface Process {
  /** The next line on standard output, in which a link or data stands. */
  readonly nextLine: () => Promise<string>;
  readonly type: (text: string) => void;
  readonly signal: (name: NodeJS.Signals) => void;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** What it has said on standard error. */
  readonly said: () => string;
}

export interface StartOptions {
  readonly home: string;
  readonly program?: 'start' | 'cli' | 'sample';
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The project's folder. */
const root = path.resolve(import.meta.dirname, '..');

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Gives out lines in their order, to whoever asks, before or after they come. */
const createLines = () => {
  const come: string[] = [];
  const asked: ((line: string) => void)[] = [];
  let rest = '';
  return {
    hear: (chunk: string): void => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const tell = asked.shift();
        if (tell === undefined) come.push(line);
        else tell(line);
      }
    },
    next: (): Promise<string> =>
      new Promise((resolve) => {
        const line = come.shift();
        if (line === undefined) asked.push(resolve);
        else resolve(line);
      }),
  };
};

/** Starts a program through the same script that `npm start` runs, which builds what is not up to date. */
export const startProcess = ({
  home,
  program = 'start',
  args = [],
  environment = {},
}: StartOptions): Process => {
  const child = spawn(process.execPath, [path.join(root, 'build/run.mjs'), program, ...args], {
    cwd: root,
    env: { ...process.env, DAYBOOK_HOME: home, DAYBOOK_NO_BROWSER: '1', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  children.add(child);
  const lines = createLines();
  let said = '';
  child.stdout.setEncoding('utf8').on('data', lines.hear);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stdin.on('error', () => {});
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve(code ?? signal ?? 1);
    });
  });
  const nextLine = async (): Promise<string> => {
    const line = await Promise.race([lines.next(), ended]);
    if (typeof line === 'string' && !line.startsWith('SIG')) return line;
    throw new Error(`it ended with ${line}: ${said}`);
  };
  return {
    nextLine,
    type: (text) => child.stdin.write(text),
    signal: (name) => child.kill(name),
    ended,
    said: () => said,
  };
};

/** A folder for one test file, and what removes it. */
export const createScratch = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybook-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Daybook in the browser of this machine, on a free port, with a home folder of its own. */
export interface RunningDaybook {
  readonly home: string;
  /** Shown at the start; works once. */
  readonly link: string;
  readonly newLink: () => Promise<string>;
  /** Ends its engine's thread at once. Only where it was started with `crashableEngine`. */
  readonly crashEngine: () => void;
  /** Ends it as Ctrl C does, and waits until the daybook is closed. */
  readonly stop: () => Promise<void>;
}

/** One that a test may end in the middle of everything; it cannot be stopped after that, nor need it be. */
export interface KillableDaybook extends RunningDaybook {
  readonly kill: () => Promise<void>;
}

/** The environment of a program whose engine a test can crash. */
export const crashableEngine = {
  NODE_OPTIONS: `--import=${new URL('crashEngineOnSignal.ts', import.meta.url).href}`,
} as const;

export const startDaybook = async (
  home: string,
  args: readonly string[] = [],
  environment: StartOptions['environment'] = {},
): Promise<KillableDaybook> => {
  const running = startProcess({ home, args: ['--port', '0', ...args], environment });
  const link = await running.nextLine();
  return {
    home,
    link,
    newLink: () => {
      running.type('\n');
      return running.nextLine();
    },
    crashEngine: () => running.signal('SIGUSR2'),
    kill: async () => {
      running.signal('SIGKILL');
      await running.ended;
    },
    stop: async () => {
      running.signal('SIGINT');
      const end = await running.ended;
      if (end !== 0) throw new Error(`Daybook ended with ${end}: ${running.said()}`);
    },
  };
};
