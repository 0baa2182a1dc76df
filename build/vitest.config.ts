import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const notOurs = ['**/node_modules/**', '**/dist/**', 'bench/peers/**'];

/**
 * The three kinds of tests. `build/test.ts` runs each by its name and sums their JSON reports, so
 * a report goes to `test-results/<name>.json` when `DAYBOOK_TEST_REPORT` gives that name.
 */
const reportName = process.env['DAYBOOK_TEST_REPORT'];

export default defineConfig({
  root,
  test: {
    reporters: reportName === undefined ? ['default'] : ['default', 'json', 'junit'],
    ...(reportName === undefined
      ? {}
      : {
          outputFile: {
            json: `${root}/test-results/${reportName}.json`,
            junit: `${root}/test-results/${reportName}.xml`,
          },
        }),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['{shared,main,renderer,build,e2e,bench}/**/*.test.{ts,tsx}'],
          exclude: [...notOurs, '**/*.int.test.ts'],
          pool: 'threads',
          testTimeout: 15_000,
        },
      },
      {
        root,
        test: {
          name: 'int',
          include: ['{shared,main,build,bench}/**/*.int.test.ts'],
          exclude: notOurs,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          expect: { poll: { timeout: 10_000 } },
          exclude: notOurs,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e-stand-in',
          // The main ways through the window once more, in the desktop program on the stand-in for Electron.
          include: ['e2e/{mainJob,person,settings,keyboard,korean}.e2e.ts'],
          env: { DAYBOOK_E2E_HOST: 'stand-in' },
          expect: { poll: { timeout: 10_000 } },
          exclude: notOurs,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
