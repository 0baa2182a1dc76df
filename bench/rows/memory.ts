import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from '../BenchOptions.ts';
import { emptyPlace, makeDaybook, type LargeDaybook } from '../daybooks.ts';
import type { MemoryUse } from '../memoryProcess.ts';
import type { Row } from '../Row.ts';

const run = promisify(execFile);

const MEGABYTE = 1_000_000;

/** In a process of its own. */
const measure = async (folder: string): Promise<MemoryUse> => {
  const script = path.join(import.meta.dirname, '..', 'memoryProcess.ts');
  const { stdout } = await run(process.execPath, [script, folder]);
  return JSON.parse(stdout) as MemoryUse;
};

const emptyDaybook = async (): Promise<string> => {
  const folder = emptyPlace('empty');
  const engine = await makeDaybook(folder, 0, 0);
  await engine.close();
  return folder;
};

/** What a host takes that has the daybook open, has every name, and is used for a while. */
export const memoryRows = async (
  { rounds }: BenchOptions,
  { folder, people, events }: LargeDaybook,
): Promise<readonly Row[]> => {
  const empty = await emptyDaybook();
  const uses: MemoryUse[] = [];
  const emptyUses: MemoryUse[] = [];
  while (uses.length < Math.min(rounds, 3)) {
    uses.push(await measure(folder));
    emptyUses.push(await measure(empty));
  }
  const shared = { unit: 'MB', raw: [] } as const;
  return [
    {
      work: `memory (RSS) at ${people} people, ${events} events`,
      ...shared,
      ours: uses.map(({ rss }) => rss / MEGABYTE),
      bar: { kind: 'atMost', value: 400 },
      note: 'the whole process: Node, host and engine thread, after some use',
    },
    {
      work: 'the same, highest ever; the passphrase takes 134 for a moment',
      ...shared,
      ours: uses.map(({ highest }) => highest / MEGABYTE),
      bar: null,
    },
    {
      work: 'the same with an empty daybook',
      ...shared,
      ours: emptyUses.map(({ rss }) => rss / MEGABYTE),
      bar: null,
    },
  ];
};
