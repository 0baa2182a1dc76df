import Database from 'better-sqlite3';
import path from 'node:path';
import type { Engine } from '../../main/engine/Engine.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { must, open, type LargeDaybook } from '../daybooks.ts';
import type { Row } from '../Row.ts';
import { quantile } from '../statistics.ts';

interface Asked {
  readonly whole: number;
  /** How long each of its answers took, of which the engine's thread was kept at most as long. */
  readonly answers: readonly number[];
}

/** Asks on until the answer ends, as the window does. */
const askToTheEnd = async (engine: Engine, input: object): Promise<Asked> => {
  const startedAt = performance.now();
  const answers: number[] = [];
  let after: string | null = null;
  do {
    const askedAt = performance.now();
    const answer: ViewRows = must(
      await engine.ask('log/events', after === null ? input : { ...input, after }),
    );
    answers.push(performance.now() - askedAt);
    after = answer.next;
  } while (after !== null);
  return { whole: performance.now() - startedAt, answers };
};

const askOnce = async (engine: Engine, input: object): Promise<number> => {
  const startedAt = performance.now();
  must(await engine.ask('log/events', input));
  return performance.now() - startedAt;
};

/** The same look through the whole table by SQLite alone, in one statement. **Units:** milliseconds. */
const scanRaw = (folder: string): number => {
  const database = new Database(path.join(folder, 'log.db'), { readonly: true });
  const startedAt = performance.now();
  database.prepare(`SELECT count(*) FROM event WHERE type = 'nothing.here'`).get();
  const took = performance.now() - startedAt;
  database.close();
  return took;
};

/** A page of lines somewhere in the log, by their positions. */
const pageAt = (position: number): object => ({
  positions: Array.from({ length: 200 }, (_, index) => position - index),
});

/** The log: its first page, a jump into its middle, and a filter that looks at every event. */
export const logRows = async (
  { rounds }: BenchOptions,
  { folder, events }: LargeDaybook,
): Promise<readonly Row[]> => {
  const raw = Array.from({ length: rounds }, () => scanRaw(folder));
  const engine = await open(folder);
  await engine.whenIndexed();
  const firstPages: number[] = [];
  const jumps: number[] = [];
  const rare: Asked[] = [];
  while (rare.length < rounds) {
    firstPages.push(await askOnce(engine, {}));
    jumps.push(await askOnce(engine, pageAt(Math.floor(events / 2) + rare.length * 1000)));
    rare.push(await askToTheEnd(engine, { types: ['nothing.here'] }));
  }
  await engine.close();
  const shared = { unit: 'ms', raw: [] } as const;
  const atMost = { kind: 'atMost', value: 50 } as const;
  return [
    { work: `first page of the Log at ${events} events`, ...shared, ours: firstPages, bar: atMost },
    { work: 'a page in the middle of the Log', ...shared, ours: jumps, bar: atMost },
    {
      work: 'the whole Log looked through for a type that is not there',
      unit: 'ms',
      raw,
      ours: rare.map(({ whole }) => whole),
      bar: null,
      note: 'raw: one statement, which would keep the thread as long; ours in slices',
    },
    {
      work: 'each of its answers, p95',
      ...shared,
      ours: rare.map(({ answers }) => quantile(answers, 0.95)),
      bar: atMost,
      note: 'there and back from a thread of its own; a slice is 8 ms',
    },
  ];
};
