import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from 'playwright-core';
import { unpackChromium } from './unpackChromium.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A Chromium to drive, and what its process needs to find in its environment. */
export interface FoundChromium {
  readonly from: 'DAYBOOK_CHROMIUM' | 'installed' | 'package';
  readonly executable: string;
  readonly environment: Environment;
}

/** Keeps the browser to the page under test: nothing is fetched, updated or asked on its own. */
export const chromiumArguments: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a Chrome or a Chromium of the machine would be. */
const installedPlaces = (environment: Environment): readonly string[] => {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) =>
      ['Google/Chrome', 'Chromium'].map((product) =>
        path.join(environment[name] ?? '', product, 'Application/chrome.exe'),
      ),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  return (environment['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
};

/**
 * The browser of the end-to-end run: the one named by `DAYBOOK_CHROMIUM`, else one of the machine,
 * else the one that an npm package brings (Linux on x64).
 *
 * **Errors** throws when the named one is not there, or when there is none at all.
 */
export const findChromium = async (
  environment: Environment = process.env,
): Promise<FoundChromium> => {
  const named = environment['DAYBOOK_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`DAYBOOK_CHROMIUM names no program: ${named}`);
    return { from: 'DAYBOOK_CHROMIUM', executable: named, environment };
  }
  const installed = installedPlaces(environment).find((place) => isExecutable(place));
  if (installed !== undefined) return { from: 'installed', executable: installed, environment };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found: install one, or name it in DAYBOOK_CHROMIUM.');
  }
  const unpacked = await unpackChromium();
  return {
    from: 'package',
    executable: unpacked.executable,
    environment: { ...environment, ...unpacked.environment },
  };
};

const kernelSwitch = (name: string): string | null => {
  const file = path.join('/proc/sys/kernel', name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
};

/**
 * Whether the browser's own sandbox can be used. Root has none; and the browser of the package
 * brings no helper program for kernels that keep new namespaces from ordinary users.
 */
export const hasSandbox = (from: FoundChromium['from']): boolean => {
  if (process.getuid?.() === 0) return false;
  return (
    from !== 'package' ||
    (kernelSwitch('apparmor_restrict_unprivileged_userns') !== '1' &&
      kernelSwitch('unprivileged_userns_clone') !== '0')
  );
};

/** What Playwright's `chromium.launch` takes. It makes a new profile for every launch. */
export const launchOptions = ({ from, executable, environment }: FoundChromium): LaunchOptions => ({
  executablePath: executable,
  args: [...chromiumArguments],
  chromiumSandbox: hasSandbox(from),
  env: { ...environment },
  headless: true,
});
