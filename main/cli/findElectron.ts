import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Electron's program by its usual name, as the `electron` package unpacks it. */
const usualName = (platform: NodeJS.Platform): string => {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
};

/** The package writes down what it has fetched. */
const fetchedName = (packageFolder: string): string | null => {
  try {
    return readFileSync(path.join(packageFolder, 'path.txt'), 'utf8');
  } catch {
    return null;
  }
};

/**
 * Electron's program, where it is on this machine: in the folder that `ELECTRON_OVERRIDE_DIST_PATH`
 * names, else where the `electron` package puts what it fetches. It looks where that package looks,
 * and does not load it, as it would begin to fetch.
 */
export const findElectron = (
  packageFolder: string,
  environment: Environment,
  platform: NodeJS.Platform,
): string | null => {
  const elsewhere = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const name = fetchedName(packageFolder);
  if (elsewhere === '' && name === null) return null;
  const folder = elsewhere === '' ? path.join(packageFolder, 'dist') : elsewhere;
  const program = path.join(folder, name ?? usualName(platform));
  return existsSync(program) ? program : null;
};
