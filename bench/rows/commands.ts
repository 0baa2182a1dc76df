import { randomBytes } from 'node:crypto';
import { createUuidSource } from '../../shared/kernel/uuid.ts';
import type { CommandEnvelope } from '../../shared/protocol/envelopes.ts';
import type { Engine } from '../../main/engine/Engine.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { emptyPlace, makeDaybook, must } from '../daybooks.ts';
import { openRawEngine, type RawEngine } from '../rawEngine.ts';
import type { Row } from '../Row.ts';
import { quantile } from '../statistics.ts';

const CALLERS = 32;
const PEOPLE = 1000;

/** Gives entries with a text, as a window sends them: each with an id of its own, now this account, now that. */
export const entriesFor = async (engine: Engine): Promise<() => CommandEnvelope> => {
  const { rows } = must(await engine.ask('person/list', { limit: PEOPLE }));
  const accounts = rows
    .map((row) => row as { accountId: string | null; erased: boolean })
    .flatMap(({ accountId, erased }) => (accountId === null || erased ? [] : [accountId]));
  const newId = createUuidSource({ nowMs: Date.now, randomBytes });
  let count = 0;
  return () => {
    count += 1;
    const entry = {
      accountId: accounts[(count * 7919) % accounts.length],
      amount: { currency: 'USD', minor: 1 + (count % 5000) },
      occurredOn: '2026-11-23',
      memo: 'Two sacks of flour and a cake of yeast',
    };
    return count % 3 === 0
      ? { id: newId(), command: 'credit-account/pay', input: entry }
      : {
          id: newId(),
          command: 'credit-account/charge',
          input: { ...entry, approval: { reason: 'Pays on Friday' } },
        };
  };
};

/** Runs one command. **Units:** milliseconds until the answer. */
const timed = async (engine: Engine, command: CommandEnvelope): Promise<number> => {
  const startedAt = performance.now();
  const reply = await engine.execute(command);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return performance.now() - startedAt;
};

/** One caller, who waits for each answer. **Units:** milliseconds, one for each command. */
export const oneByOne = async (
  engine: Engine,
  next: () => CommandEnvelope,
  count: number,
): Promise<readonly number[]> => {
  const latencies: number[] = [];
  while (latencies.length < count) latencies.push(await timed(engine, next()));
  return latencies;
};

const perSecond = (latencies: readonly number[]): number =>
  (1000 * latencies.length) / latencies.reduce((sum, latency) => sum + latency, 0);

/** Commands a second of callers who each wait for their own answers. */
const sideBySide = async (
  engine: Engine,
  next: () => CommandEnvelope,
  count: number,
): Promise<number> => {
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, () => oneByOne(engine, next, Math.ceil(count / CALLERS))),
  );
  return (1000 * count) / (performance.now() - startedAt);
};

interface Round {
  readonly raw: readonly number[];
  readonly ours: readonly number[];
  readonly together: number;
}

const measure = async (
  raw: RawEngine,
  engine: Engine,
  { quick, rounds }: BenchOptions,
): Promise<readonly Round[]> => {
  const next = await entriesFor(engine);
  const count = quick ? 500 : 3000;
  const round = async (): Promise<Round> => ({
    raw: raw.commitSingly(count),
    ours: await oneByOne(engine, next, count),
    together: await sideBySide(engine, next, 4 * count),
  });
  await round();
  const measured: Round[] = [];
  while (measured.length < rounds) measured.push(await round());
  return measured;
};

/** Commands through the engine's thread, answered when they are on disk. */
export const commandRows = async (options: BenchOptions): Promise<readonly Row[]> => {
  const raw = openRawEngine();
  const engine = await makeDaybook(emptyPlace('commands'), PEOPLE, 10 * PEOPLE);
  const measured = await measure(raw, engine, options);
  raw.close();
  await engine.close();
  const rawRates = measured.map((round) => perSecond(round.raw));
  const at = (part: number, of: 'raw' | 'ours'): readonly number[] =>
    measured.map((round) => quantile(round[of], part));
  return [
    {
      work: 'one command at a time, answered durable',
      unit: 'per s',
      raw: rawRates,
      ours: measured.map((round) => perSecond(round.ours)),
      bar: { kind: 'ratio', atLeast: 0.5 },
    },
    { work: 'the same, p50', unit: 'ms', raw: at(0.5, 'raw'), ours: at(0.5, 'ours'), bar: null },
    {
      work: 'the same, p99',
      unit: 'ms',
      raw: at(0.99, 'raw'),
      ours: at(0.99, 'ours'),
      bar: { kind: 'aboveRaw', atMost: 2 },
    },
    {
      work: `${CALLERS} callers at once, answered durable`,
      unit: 'per s',
      raw: rawRates,
      ours: measured.map(({ together }) => together),
      bar: { kind: 'ratio', atLeast: 2 },
      note: 'against raw commits one at a time',
    },
  ];
};
