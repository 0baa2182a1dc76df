import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from '../BenchOptions.ts';
import type { LargeDaybook } from '../daybooks.ts';
import type { Row } from '../Row.ts';

const run = promisify(execFile);
const script = path.join(import.meta.dirname, '../window/main.ts');

/** What somebody at the window waits for. Measured in a process that may name what only a page has. */
export const windowRows = async (
  { quick, minutes }: BenchOptions,
  _large: LargeDaybook,
): Promise<readonly Row[]> => {
  const running = run(
    process.execPath,
    [script, ...(quick ? ['--quick'] : []), '--minutes', String(minutes)],
    { maxBuffer: 2 ** 24 },
  );
  // It takes minutes, and tells what it has come to on the way.
  running.child.stderr?.pipe(process.stderr);
  const { stdout } = await running;
  return JSON.parse(stdout) as readonly Row[];
};
