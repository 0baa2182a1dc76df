import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createScratch,
  makeDaybook,
  startDaybook,
  TEST_PASSPHRASE,
} from './testing/DaybookProcess.ts';

const scratch = createScratch();
afterAll(scratch.remove);

let folder = '';
beforeAll(async () => {
  folder = await makeDaybook(scratch.at('daybook'));
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk behind the output is told, and how',
  async () => {
    const full = openSync('/dev/full', 'w');
    const program = path.resolve(import.meta.dirname, 'main.ts');
    const child = spawn(process.execPath, [program, 'ask', folder, 'overview/totals'], {
      env: { ...process.env, DAYBOOK_PASSPHRASE: TEST_PASSPHRASE },
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(3);
    // One sentence, and no stack.
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /mu);
  },
);

const window = path.resolve(import.meta.dirname, '../../dist/renderer');

test.skipIf(!existsSync(window))(
  'Ctrl C under npm, which arrives twice, lets the window come to its good end',
  async () => {
    const served = startDaybook(['serve', folder, '--port', '0']);
    await served.lines(1);
    served.child.kill('SIGINT');
    setTimeout(() => served.child.kill('SIGINT'), 5);
    expect(await served.ended).toMatchObject({ code: 0, signal: null });
    expect(existsSync(path.join(folder, 'log.db-wal'))).toBe(false);
  },
);
