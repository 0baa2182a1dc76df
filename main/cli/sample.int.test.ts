import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createScratch } from './testing/DaybookProcess.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const program = path.resolve(import.meta.dirname, 'sample.ts');

const run = (file: string, args: readonly string[]) =>
  new Promise<{ readonly code: unknown; readonly stderr: string }>((resolve) => {
    execFile(file, args, (error, _stdout, stderr) => resolve({ code: error?.code ?? 0, stderr }));
  });

const sample = (...args: readonly string[]) => run(process.execPath, [program, ...args]);

test('a currency that is none is wrong usage', async () => {
  const { code } = await sample(scratch.at('dollars'), '--currency', 'dollars');
  expect(code).toBe(2);
});

test('a folder with a daybook in it is wrong usage', async () => {
  const few = ['--people', '1', '--entries', '1'];
  expect(await sample(scratch.at('twice'), ...few)).toMatchObject({ code: 0 });
  expect(await sample(scratch.at('twice'), ...few)).toMatchObject({ code: 2 });
});

test.skipIf(process.platform === 'win32')(
  'a disk that is full is told in a sentence, and the daybook is closed',
  async () => {
    const folder = scratch.at('full');
    // No file may be larger than this many blocks of half a kilobyte.
    const script = 'ulimit -f 4000; exec "$0" "$@"';
    const { code, stderr } = await run('sh', [
      '-c',
      script,
      process.execPath,
      program,
      folder,
      '--people',
      '20000',
    ]);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^The sample is not whole\. .+\n$/u)]);
    expect([
      existsSync(path.join(folder, 'log.db')),
      existsSync(path.join(folder, 'lock')),
    ]).toEqual([true, false]);
  },
);
