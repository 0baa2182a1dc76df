import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { createDaybook } from '../engine/startEngine.ts';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import { writeSample } from '../sample/writeSample.ts';
import { defectSentence } from './defectSentence.ts';
import { sentenceFor } from './sentences.ts';
import { Stop, type ExitCode } from './Stop.ts';
import { stopForNew } from './stopForNew.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Options {
  readonly people: number;
  readonly entries: number;
  readonly seed: number;
  readonly name: string;
  readonly currency: string;
}

const wholeNumber = (given: string): number => {
  if (!/^\d{1,9}$/u.test(given)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(given);
};

/** Says every second how far it is and how fast. */
const createMeter = (startedAtMs: number) => {
  let saidAtMs = startedAtMs;
  const rate = (done: number): number =>
    Math.round((1000 * done) / Math.max(1, performance.now() - startedAtMs));
  return {
    rate,
    onProgress: (done: number, total: number): void => {
      if (performance.now() - saidAtMs < 1000) return;
      saidAtMs = performance.now();
      say(`${Math.floor((100 * done) / total)} %, ${rate(done)} commands a second`);
    },
  };
};

/** Makes the daybook and says how fast that was. Throws `Stop`. */
const makeSample = async (
  folder: string,
  passphrase: string,
  { people, entries, seed, name, currency }: Options,
): Promise<void> => {
  const created = await createDaybook({ folder, name, currency, passphrase });
  if (!created.ok) throw stopForNew(created.error);
  const engine = created.value;
  const startedAtMs = performance.now();
  const { rate, onProgress } = createMeter(startedAtMs);
  const now = new Date();
  const today = localDateAt(now.getTime(), -now.getTimezoneOffset());
  try {
    const written = await writeSample(engine, { people, entries, seed, today, onProgress });
    if (!written.ok) throw new Stop(3, `The sample is not whole. ${sentenceFor(written.error)}`);
  } finally {
    await engine.close();
  }
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  say(
    `${people} people and ${entries} entries in ${seconds} s, ${rate(2 * people + entries)} a second.`,
  );
};

const run = async (given: string, options: Options): Promise<ExitCode> => {
  const folder = path.resolve(given);
  const own = process.env['DAYBOOK_PASSPHRASE'] ?? '';
  try {
    await makeSample(folder, own === '' ? samplePassphrase : own, options);
    const secret = own === '' ? `"${samplePassphrase}"` : 'the one in DAYBOOK_PASSPHRASE';
    say(`They are in ${folder}; the passphrase is ${secret}.`);
    return 0;
  } catch (thrown) {
    say(thrown instanceof Stop ? thrown.message : defectSentence(thrown));
    return thrown instanceof Stop ? thrown.exitCode : 3;
  }
};

const main = async (): Promise<void> => {
  const program = new Command('sample')
    .description('Make a daybook of made-up people, the same ones for the same seed.')
    .argument('<folder>')
    .option('--people <number>', 'how many people', wholeNumber, 1000)
    .option('--entries <number>', 'how many entries of their accounts', wholeNumber, 10_000)
    .option('--seed <number>', 'another one makes other people', wholeNumber, 1)
    .option('--name <text>', 'what the daybook is called', 'Sample')
    .option('--currency <code>', 'ISO 4217', 'USD')
    .configureOutput({ writeOut: (text) => say(text.trimEnd()) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (folder: string, options: Options) => {
      process.exitCode = await run(folder, options);
    });
  await program.parseAsync();
};

void main();
