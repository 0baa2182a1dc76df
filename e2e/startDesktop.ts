import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildIfStale } from './buildIfStale.ts';
import { electronFor, type Host } from './host.ts';

/** A real process of the desktop program, and the browser in it. */
export interface DesktopProcess {
  readonly browser: Browser;
  /** A window that shows Daybook and is none of these; waits for one. */
  readonly nextWindow: (known?: readonly Page[]) => Promise<Page>;
  readonly windows: () => readonly Page[];
  readonly pid: number;
  /** Ends it as the system does, and waits until the daybooks are closed. */
  readonly stop: () => Promise<void>;
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly said: () => string;
}

export interface DesktopOptions {
  readonly host: Exclude<Host, 'browser'>;
  readonly home: string;
  readonly args?: readonly string[];
  readonly locale?: 'en' | 'ko';
  readonly environment?: Readonly<Record<string, string>>;
}

const root = path.resolve(import.meta.dirname, '..');

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts the program and no more: a second one ends by itself at once. */
export const spawnDesktop = ({
  host,
  home,
  args = [],
  locale = 'en',
  environment = {},
}: DesktopOptions) => {
  buildIfStale();
  const program = electronFor(host);
  if (program === null)
    throw new Error('There is no Electron here: "npx install-electron" fetches it.');
  const child = spawn(
    program,
    [
      '.',
      '--remote-debugging-port=0',
      `--lang=${locale === 'ko' ? 'ko-KR' : 'en-GB'}`,
      // Chromium's own sandbox cannot be had as root, which containers run as.
      ...(host === 'electron' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
    {
      cwd: root,
      env: { ...process.env, DAYBOOK_NODE: process.execPath, DAYBOOK_HOME: home, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  children.add(child);
  let said = '';
  const heard = Promise.withResolvers<string>();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    const address = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
    if (address !== undefined) heard.resolve(address);
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve(code ?? signal ?? 1);
      heard.reject(new Error(`the desktop program has ended: ${said}`));
    });
  });
  heard.promise.catch(() => {});
  return { child, ended, address: heard.promise, said: () => said };
};

const isDaybook = (page: Page): boolean => /^(?:app:|https:\/\/daybook\.)/u.test(page.url());

/** Starts the desktop program and takes hold of its windows. */
export const startDesktop = async (options: DesktopOptions): Promise<DesktopProcess> => {
  const { child, ended, address, said } = spawnDesktop(options);
  const browser = await chromium.connectOverCDP(await address, { noDefaults: true });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the desktop program has no windows');

  const windows = (): readonly Page[] => context.pages().filter(isDaybook);
  const nextWindow = async (known: readonly Page[] = []): Promise<Page> => {
    for (let tries = 0; tries < 300; tries += 1) {
      const found = windows().find((page) => !known.includes(page));
      if (found !== undefined) {
        await found.waitForLoadState();
        return found;
      }
      await new Promise((resolve) => void setTimeout(resolve, 100));
    }
    throw new Error(`no window has come: ${said()}`);
  };

  return {
    browser,
    windows,
    nextWindow,
    pid: child.pid ?? 0,
    ended,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      const end = await ended;
      if (end !== 0) throw new Error(`the desktop program ended with ${end}: ${said()}`);
    },
  };
};
