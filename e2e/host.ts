import path from 'node:path';
import { findElectron } from '../main/cli/findElectron.ts';

/** What the end-to-end tests run Daybook in. */
export type Host = 'browser' | 'stand-in' | 'electron';

const hosts: readonly Host[] = ['browser', 'stand-in', 'electron'];

const readHost = (named: string): Host => {
  const host = hosts.find((host) => host === named);
  if (host === undefined) throw new Error(`DAYBOOK_E2E_HOST is none of ${hosts.join(', ')}`);
  return host;
};

/** `DAYBOOK_E2E_HOST`, else the browser host. */
export const host: Host = readHost(process.env['DAYBOOK_E2E_HOST'] ?? 'browser');

/** The project's folder. */
const root = path.resolve(import.meta.dirname, '..');

/** The folder in which the stand-in for Electron lies under Electron's name. */
export const standInFolder = path.join(import.meta.dirname, 'electron-stand-in');

/** Electron's program for the host, or null where there is none. */
export const electronFor = (host: Exclude<Host, 'browser'>): string | null =>
  findElectron(
    path.join(root, 'node_modules/electron'),
    host === 'stand-in' ? { ELECTRON_OVERRIDE_DIST_PATH: standInFolder } : process.env,
    host === 'stand-in' ? 'linux' : process.platform,
  );
