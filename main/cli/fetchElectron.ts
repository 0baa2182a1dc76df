import { spawn } from 'node:child_process';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

/** What fetching is done with, and how long it may take. **Units:** milliseconds. */
export interface ElectronToFetch {
  /** The folder of the `electron` package, which brings its own way of fetching. */
  readonly packageFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly interrupted: AbortSignal;
  /** Called when it begins, which takes a while. */
  readonly onBegin: () => void;
  /** How long the place that it comes from may take to answer at all. */
  readonly answerMs?: number;
  readonly fetchMs?: number;
}

/** Nobody answers where it would come from. */
export interface ElectronUnreachable {
  readonly type: 'ElectronUnreachable';
}

/** It began and did not come to its end. */
export interface ElectronNotFetched {
  readonly type: 'ElectronNotFetched';
}

/** Where the package fetches from, unless a mirror is set. */
const source = 'https://github.com/electron/electron/releases/download/';

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Any answer will do: it only matters that somebody is there, before minutes are spent on waiting. */
const answers = async (address: string, answerMs: number): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(answerMs);
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal });
    return true;
  } catch {
    return false;
  }
};

/** Runs the package's own script, and ends it when it takes too long or nobody waits for it any more. */
const runScript = (file: string, fetchMs: number, interrupted: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const signal = AbortSignal.any([interrupted, AbortSignal.timeout(fetchMs)]);
    const child = spawn(process.execPath, [file], { stdio: 'ignore', signal });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });

/**
 * Fetches Electron's program, some 110 MB from outside of the npm registry. Where there is no network it
 * gives up within seconds. **Errors:** `ElectronUnreachable`, `ElectronNotFetched`.
 */
export const fetchElectron = async ({
  packageFolder,
  environment,
  interrupted,
  onBegin,
  answerMs = 4_000,
  fetchMs = 300_000,
}: ElectronToFetch): Promise<Result<null, ElectronUnreachable | ElectronNotFetched>> => {
  const mirrors = [environment['ELECTRON_MIRROR'], environment['npm_config_electron_mirror']];
  const address = mirrors.find(isSet) ?? source;
  if (!(await answers(address, answerMs))) return err({ type: 'ElectronUnreachable' });
  onBegin();
  const fetched = await runScript(path.join(packageFolder, 'install.js'), fetchMs, interrupted);
  return fetched ? ok(null) : err({ type: 'ElectronNotFetched' });
};
