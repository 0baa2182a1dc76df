import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { electronFor } from './host.ts';

/* Runs the end-to-end tests in the desktop program of a real Electron: `npm run e2e:electron [-- filter]`. */

const root = path.resolve(import.meta.dirname, '..');

if (electronFor('electron') === null) {
  console.error(
    'There is no Electron on this machine. "npx install-electron" fetches it; ELECTRON_OVERRIDE_DIST_PATH names a folder that has one.',
  );
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'build/vitest.config.ts',
    '--project',
    'e2e',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DAYBOOK_E2E_HOST: 'electron' } },
);
process.exit(status ?? 1);
