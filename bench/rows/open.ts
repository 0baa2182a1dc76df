import { randomBytes } from 'node:crypto';
import type { Engine } from '../../main/engine/Engine.ts';
import { derivePassphraseKey, standardKdf } from '../../main/engine/keys/passphraseKey.ts';
import { createSecret } from '../../main/engine/keys/Secret.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { must, open, type LargeDaybook } from '../daybooks.ts';
import type { Row } from '../Row.ts';
import { median, quantile } from '../statistics.ts';

/** What the passphrase alone costs: on purpose, and the same for a small daybook. **Units:** milliseconds. */
const passphraseCost = async (): Promise<number> => {
  const startedAt = performance.now();
  const passphrase = createSecret('bench');
  await derivePassphraseKey(passphrase, randomBytes(32), standardKdf.forNewVaults, standardKdf);
  return performance.now() - startedAt;
};

interface Opening {
  readonly opened: number;
  readonly indexed: number;
  /** How long the first page of People took, asked for again and again while the index was filled. */
  readonly pages: readonly number[];
}

const askFirstPage = async (engine: Engine): Promise<number> => {
  const startedAt = performance.now();
  must(await engine.ask('person/list', {}));
  return performance.now() - startedAt;
};

const pause = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), 50));

/** Asks for the first page again and again until `ended`. */
const askUntil = async (engine: Engine, ended: Promise<number>): Promise<readonly number[]> => {
  const pages: number[] = [];
  for (;;) {
    const now = await Promise.race([ended, pause()]);
    if (now !== undefined) return pages;
    pages.push(await askFirstPage(engine));
  }
};

const openOnce = async (folder: string): Promise<Opening> => {
  const startedAt = performance.now();
  const engine = await open(folder);
  const openedAt = performance.now();
  const indexed = engine.whenIndexed().then(() => performance.now());
  const pages = [await askFirstPage(engine), ...(await askUntil(engine, indexed))];
  const indexedAt = await indexed;
  await engine.close();
  return { opened: openedAt - startedAt, indexed: indexedAt - openedAt, pages };
};

/** From the passphrase to the first page and to every name. Files are in the cache of the system. */
export const openRows = async (
  { rounds }: BenchOptions,
  { folder, events, people }: LargeDaybook,
): Promise<readonly Row[]> => {
  const costs: number[] = [];
  const openings: Opening[] = [];
  while (openings.length < rounds) {
    costs.push(await passphraseCost());
    openings.push(await openOnce(folder));
  }
  const cost = median(costs);
  const shared = { unit: 'ms', raw: [] } as const;
  return [
    {
      work: `open at ${events} events, quick check included`,
      ...shared,
      ours: openings.map(({ opened }) => opened - cost),
      bar: { kind: 'atMost', value: 1000 },
      note: 'without the passphrase, which the next line has; the thread starts from source',
    },
    { work: 'the passphrase (scrypt, 2^17 · 8)', ...shared, ours: costs, bar: null },
    {
      work: `private index of ${people} people, after opening`,
      ...shared,
      ours: openings.map(({ indexed }) => indexed),
      bar: { kind: 'atMost', value: 2000 },
      note: 'while the first page of People is asked for all the time',
    },
    {
      work: 'first page of People while the index fills, p95',
      ...shared,
      ours: openings.map(({ pages }) => quantile(pages, 0.95)),
      bar: { kind: 'atMost', value: 50 },
    },
  ];
};
