import type { BenchOptions } from '../BenchOptions.ts';
import { copyOf, must, open, type LargeDaybook } from '../daybooks.ts';
import { openRawEngine } from '../rawEngine.ts';
import type { Row } from '../Row.ts';

const SCANNED = 100_000;

/** All read models made anew from the log, as the job that a user starts. */
export const rebuildRows = async (
  { rounds }: BenchOptions,
  large: LargeDaybook,
): Promise<readonly Row[]> => {
  const engine = await open(copyOf(large));
  await engine.whenIndexed();
  const raw = openRawEngine();
  raw.insertAll(SCANNED);
  const scans: number[] = [];
  const rates: number[] = [];
  while (rates.length < Math.min(rounds, 5)) {
    scans.push(raw.scan());
    const startedAt = performance.now();
    const report = must(await engine.runJob(`rebuild-${rates.length}`, { kind: 'rebuild' }));
    if (report.kind !== 'rebuild') throw new Error('another job answered');
    rates.push((1000 * report.events) / (performance.now() - startedAt));
  }
  await engine.close();
  raw.close();
  return [
    {
      work: 'rebuild of all read models, events',
      unit: 'per s',
      raw: scans,
      ours: rates,
      bar: { kind: 'atLeast', value: 200_000 },
      note: 'raw: a scan with JSON.parse',
    },
  ];
};
