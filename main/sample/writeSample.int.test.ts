import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import type { Engine } from '../engine/Engine.ts';
import { createDaybook } from '../engine/startEngine.ts';
import { worldOfThisMachine } from '../engine/worldOfThisMachine.ts';
import { writeSample } from './writeSample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-sample-'));
/** The engine dates a reversal by its own clock, so that a sample ends today only if it says the same. */
const today = localDateAt(worldOfThisMachine.nowMs(), worldOfThisMachine.utcOffsetMinutes());
const size = { people: 60, entries: 2000, seed: 5, today };
const engines: Engine[] = [];

const must = (written: Awaited<ReturnType<typeof writeSample>>): void => {
  if (!written.ok) throw new Error(written.error.type);
};

const create = async (name: string, currency: string): Promise<Engine> => {
  const made = await createDaybook({
    folder: path.join(folder, name),
    name,
    currency,
    passphrase: 'sample',
  });
  if (!made.ok) throw new Error(made.error.type);
  engines.push(made.value);
  return made.value;
};

const rows = async (
  engine: Engine,
  view: string,
  input: object = {},
): Promise<readonly object[]> => {
  await engine.whenIndexed();
  const answer = await engine.ask(view, input);
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value.rows;
};

let first: Engine;
const progress: number[] = [];
beforeAll(async () => {
  first = await create('first', 'USD');
  must(await writeSample(first, { ...size, onProgress: (done) => progress.push(done) }));
});
afterAll(async () => {
  for (const engine of engines) await engine.close();
  rmSync(folder, { recursive: true });
});

describe('a sample', () => {
  test('has as many people and entries as were asked for, some exhausted, some over the limit', async () => {
    const [totals] = await rows(first, 'overview/totals');
    expect(totals).toMatchObject({ people: 60, accounts: 60, entries: 2000 });
    const { exhausted, overLimit } = totals as { exhausted: number; overLimit: number };
    expect([exhausted > 0, overLimit > 0]).toEqual([true, true]);
    expect(progress.at(-1)).toBe(2120);
  });

  test('has people who were erased or put aside', async () => {
    expect(await rows(first, 'person/list', { filter: 'erased' })).toHaveLength(3);
    expect(await rows(first, 'person/list', { filter: 'archived' })).toHaveLength(1);
  });

  test('ends today', async () => {
    const people = await rows(first, 'person/list', { limit: 200 });
    const last = people.map((row) => (row as { lastEntryOn: string | null }).lastEntryOn ?? '');
    expect(last.toSorted().at(-1)).toBe(today);
  });

  test('comes out the same for the same seed', async () => {
    const second = await create('second', 'USD');
    must(await writeSample(second, size));
    const list = { limit: 200, sort: 'name' };
    expect(await rows(second, 'person/list', list)).toEqual(await rows(first, 'person/list', list));
  });

  test('is refused by a daybook that has it already', async () => {
    expect(await writeSample(first, size)).toMatchObject({ ok: false });
  });

  test.each(['KRW', 'KWD'])('keeps to the currency of the daybook: %s', async (currency) => {
    const engine = await create(currency, currency);
    must(await writeSample(engine, { ...size, people: 10, entries: 100 }));
    expect(await rows(engine, 'overview/totals')).toMatchObject([
      { entries: 100, owed: { currency } },
    ]);
  });
});
