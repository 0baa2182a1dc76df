import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import path from 'node:path';
import { readOptions, type BenchOptions } from './BenchOptions.ts';
import { largeDaybook, type LargeDaybook } from './daybooks.ts';
import { markdownReport, plainTable, type Circumstances } from './report.ts';
import { judge, type Judged, type Row } from './Row.ts';
import { bulkRows } from './rows/bulk.ts';
import { commandRows } from './rows/commands.ts';
import { logRows } from './rows/log.ts';
import { memoryRows } from './rows/memory.ts';
import { openRows } from './rows/open.ts';
import { peopleRows } from './rows/people.ts';
import { rebuildRows } from './rows/rebuild.ts';
import { windowRows } from './rows/window.ts';

type Measure = (options: BenchOptions) => Promise<readonly Row[]>;

/** The large daybook takes minutes to make: only for those who ask for it. */
const withLarge =
  (measure: (options: BenchOptions, large: LargeDaybook) => Promise<readonly Row[]>): Measure =>
  async (options) =>
    measure(options, await largeDaybook(options));

const groups: readonly (readonly [name: string, measure: Measure])[] = [
  ['commands', commandRows],
  ['bulk', bulkRows],
  ['rebuild', withLarge(rebuildRows)],
  ['open', withLarge(openRows)],
  ['people', withLarge(peopleRows)],
  ['log', withLarge(logRows)],
  ['memory', withLarge(memoryRows)],
  ['window', withLarge(windowRows)],
];

const sqliteVersion = (): string => {
  const database = new Database(':memory:');
  const version = database.prepare<[], string>('SELECT sqlite_version()').pluck().get();
  database.close();
  return version ?? 'unknown';
};

const commit = (): string => {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    // A copy of the sources without its history.
    return 'unknown';
  }
};

const circumstancesOf = ({ quick }: BenchOptions): Circumstances => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  sqlite: sqliteVersion(),
  platform: `${platform()} ${arch()}`,
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: cpus().length,
  memory: Math.round(totalmem() / 2 ** 30),
  commit: commit(),
  quick,
});

const writeResults = (judged: readonly Judged[], circumstances: Circumstances): void => {
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const name = `${circumstances.date}${circumstances.quick ? '-quick' : ''}`;
  const file = path.join(folder, name);
  writeFileSync(`${file}.json`, `${JSON.stringify({ circumstances, rows: judged }, null, 2)}\n`);
  writeFileSync(`${file}.md`, markdownReport(judged, circumstances));
  console.log(`\nwritten to bench/results/${name}.md and .json`);
};

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const { only } = options;
  const wanted = groups.filter(([name]) => only === null || name.startsWith(only));
  const judged: Judged[] = [];
  for (const [name, measure] of wanted) {
    process.stderr.write(`measuring ${name}\n`);
    judged.push(...(await measure(options)).map(judge));
  }
  console.log(`\n${plainTable(judged)}`);
  if (options.only === null) writeResults(judged, circumstancesOf(options));
};

await main();
