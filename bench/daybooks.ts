import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { LocalDate } from '../shared/kernel/local-date.ts';
import type { Result } from '../shared/kernel/result.ts';
import type { Engine } from '../main/engine/Engine.ts';
import { createDaybook, openDaybook } from '../main/engine/startEngine.ts';
import { writeSample } from '../main/sample/writeSample.ts';
import type { BenchOptions } from './BenchOptions.ts';

/** Everything that a run writes lies here; the large daybook stays for the next run. */
export const benchFolder = path.join(tmpdir(), 'daybook-bench');

export const benchPassphrase = 'bench';
const today = '2026-11-23' as LocalDate;

/** The value of something that a benchmark cannot go on without. */
export const must = <Value, Refusal extends { readonly type: string }>(
  result: Result<Value, Refusal>,
): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A path in the folder of this run where nothing is. */
export const emptyPlace = (name: string): string => {
  mkdirSync(benchFolder, { recursive: true });
  const place = path.join(benchFolder, name);
  rmSync(place, { recursive: true, force: true });
  return place;
};

/** Opens a daybook as the hosts do, in a thread of its own. */
export const open = async (folder: string): Promise<Engine> =>
  must(await openDaybook({ folder, passphrase: benchPassphrase }));

/** Makes a daybook of that many people and entries. */
export const makeDaybook = async (
  folder: string,
  people: number,
  entries: number,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Engine> => {
  const daybook = { folder, name: 'Bench', currency: 'USD', passphrase: benchPassphrase };
  const engine = must(await createDaybook(daybook));
  must(await writeSample(engine, { people, entries, seed: 1, today, onProgress }));
  await engine.whenIndexed();
  return engine;
};

/** The daybook that the rows about a large one share. Nothing is added to it once it is made. */
export interface LargeDaybook {
  readonly folder: string;
  readonly people: number;
  readonly events: number;
  /** How many commands a second made it, when it was made. */
  readonly commandsPerSecond: number;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const make = async (folder: string, { people, events }: BenchOptions): Promise<LargeDaybook> => {
  say(`making a daybook of ${people} people and ${events} events, which stays in ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const startedAt = performance.now();
  let toldAt = startedAt;
  // Registering and opening an account are an event each; the rest are entries.
  const engine = await makeDaybook(folder, people, events - 2 * people, (done, total) => {
    if (performance.now() - toldAt < 5000) return;
    toldAt = performance.now();
    say(`${Math.floor((100 * done) / total)} %`);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { events: written } = await engine.status();
  await engine.close();
  return { folder, people, events: written, commandsPerSecond: written / seconds };
};

/** What an earlier Daybook has made from the log is made anew at each opening, until one waits for it. */
const bringUpToDate = async (folder: string): Promise<void> => {
  const engine = await open(folder);
  // By then it has been noted whether rows are made anew.
  await engine.whenIndexed();
  const { notes } = await engine.status();
  if (notes.some(({ type }) => type === 'ReadModelsRebuilt')) {
    say('making its rows anew');
    for (;;) {
      const rebuilt = await engine.runJob('bench', { kind: 'rebuild' });
      // While that goes on of itself.
      if (rebuilt.ok || rebuilt.error.type !== 'JobRunning') {
        must(rebuilt);
        break;
      }
      await delay(1000);
    }
  }
  await engine.close();
};

/** The large daybook of an earlier run, or a new one. */
export const largeDaybook = async (options: BenchOptions): Promise<LargeDaybook> => {
  const folder = path.join(benchFolder, `large-${options.people}-${options.events}`);
  const made = `${folder}.json`;
  if (!options.fresh && existsSync(made)) {
    await bringUpToDate(folder);
    return JSON.parse(readFileSync(made, 'utf8')) as LargeDaybook;
  }
  rmSync(made, { force: true });
  const daybook = await make(folder, options);
  writeFileSync(made, JSON.stringify(daybook));
  return daybook;
};

/** A copy of a daybook, to write into. */
export const copyOf = ({ folder }: LargeDaybook): string => {
  const copy = emptyPlace('copy');
  cpSync(folder, copy, { recursive: true });
  return copy;
};
