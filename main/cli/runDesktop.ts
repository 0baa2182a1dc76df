import { spawn } from 'node:child_process';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import {
  fetchElectron,
  type ElectronNotFetched,
  type ElectronUnreachable,
} from './fetchElectron.ts';
import { findElectron } from './findElectron.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface DesktopToRun {
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly interrupted: AbortSignal;
  /** Electron is being fetched now. */
  readonly onFetching: () => void;
}

export type NoDesktop =
  | { readonly type: 'NoDisplay' }
  | ElectronUnreachable
  | ElectronNotFetched
  /** It is here and ends as soon as it begins: a library of the system is missing, or its sandbox. */
  | { readonly type: 'ElectronNotStarted' };

/** The project's folder, from the source and from the build alike. */
const root = path.resolve(import.meta.dirname, '../..');
const packageFolder = path.join(root, 'node_modules/electron');

/** Whoever fails within this time has never come up. **Units:** milliseconds. */
const startMs = 10_000;

const hasDisplay = (environment: Environment, platform: NodeJS.Platform): boolean =>
  platform === 'win32' ||
  platform === 'darwin' ||
  ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (environment[name] ?? '') !== '');

/** Runs the program to its end. False when it fails at its start. */
const run = (program: string, { args, environment, interrupted }: DesktopToRun): Promise<boolean> =>
  new Promise((resolve) => {
    // Set by editors in their terminals, it would make a plain Node of it.
    const { ELECTRON_RUN_AS_NODE: _, ...env } = environment;
    const startedAt = performance.now();
    const child = spawn(program, [root, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
    // It closes its daybooks first.
    const end = (): void => void child.kill('SIGTERM');
    interrupted.addEventListener('abort', end);
    const finish = (isWell: boolean): void => {
      interrupted.removeEventListener('abort', end);
      const ranFor = performance.now() - startedAt;
      resolve(isWell || interrupted.aborted || ranFor > startMs);
    };
    child.once('error', () => finish(false));
    child.once('close', (code) => finish(code === 0));
  });

/**
 * Opens the desktop window and waits until it is closed; fetches Electron first where it is not here.
 *
 * **Errors:** why there is no desktop window here. Nothing has been opened then.
 */
export const runDesktop = async (desktop: DesktopToRun): Promise<Result<null, NoDesktop>> => {
  const { environment, platform, interrupted, onFetching } = desktop;
  if (!hasDisplay(environment, platform)) return err({ type: 'NoDisplay' });
  const find = (): string | null => findElectron(packageFolder, environment, platform);
  if (find() === null) {
    const fetched = await fetchElectron({
      packageFolder,
      environment,
      interrupted,
      onBegin: onFetching,
    });
    if (!fetched.ok) return fetched;
  }
  const program = find();
  if (program === null) return err({ type: 'ElectronNotFetched' });
  return (await run(program, desktop)) ? ok(null) : err({ type: 'ElectronNotStarted' });
};
