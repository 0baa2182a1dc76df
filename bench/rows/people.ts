import type { Engine } from '../../main/engine/Engine.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { must, open, type LargeDaybook } from '../daybooks.ts';
import type { Row } from '../Row.ts';
import { searchesFor, type Search, type SearchKind, type Sought } from '../searches.ts';
import { quantile } from '../statistics.ts';

const askFor = async (engine: Engine, view: string, input: object): Promise<number> => {
  const startedAt = performance.now();
  must(await engine.ask(view, input));
  return performance.now() - startedAt;
};

/** People from all over the list, by name. */
const somePeople = async (engine: Engine): Promise<readonly Sought[]> => {
  const inputs = ['name', '-name', 'balance', '-balance', 'last-entry', '-last-entry'].map(
    (sort) => ({ sort, limit: 200 }),
  );
  const pages = await Promise.all(inputs.map((input) => engine.ask('person/list', input)));
  return pages
    .flatMap((page) => must(page).rows)
    .filter((_row, index) => index % 20 === 0)
    .flatMap((row) => {
      const { name, phone } = row as { name: string | null; phone: string | null };
      return name === null ? [] : [{ name, phone }];
    });
};

interface Keystroke extends Search {
  readonly latency: number;
}

const typeAll = async (
  engine: Engine,
  searches: readonly Search[],
): Promise<readonly Keystroke[]> => {
  const typed: Keystroke[] = [];
  for (const search of searches) {
    const latency = await askFor(engine, 'person/list', { search: search.text });
    typed.push({ ...search, latency });
  }
  return typed;
};

const kinds: readonly SearchKind[] = [
  'Latin',
  'Korean',
  'initial consonants',
  'phone ending',
  'no match',
];

const latenciesOf = (round: readonly Keystroke[], kind: SearchKind): readonly number[] =>
  round.filter((keystroke) => keystroke.kind === kind).map(({ latency }) => latency);

const searchRows = (rounds: readonly (readonly Keystroke[])[]): readonly Row[] => {
  const shared = { unit: 'ms', raw: [] } as const;
  const keystrokes = rounds[0]?.length ?? 0;
  return [
    {
      work: 'search keystroke, p95',
      ...shared,
      ours: rounds.map((round) =>
        quantile(
          round.map(({ latency }) => latency),
          0.95,
        ),
      ),
      bar: { kind: 'atMost', value: 30 },
      note: `${keystrokes} keystrokes, all kinds below`,
    },
    ...kinds.map((kind): Row => ({
      work: `search keystroke, ${kind}, p95`,
      ...shared,
      ours: rounds.map((round) => quantile(latenciesOf(round, kind), 0.95)),
      bar: null,
    })),
  ];
};

/** The list of people, whole and searched. */
export const peopleRows = async (
  { quick, rounds }: BenchOptions,
  large: LargeDaybook,
): Promise<readonly Row[]> => {
  const engine = await open(large.folder);
  await engine.whenIndexed();
  const searches = searchesFor(await somePeople(engine)).filter(
    (_search, index) => !quick || index % 5 === 0,
  );
  const firstPages: number[] = [];
  const byBalance: number[] = [];
  const totals: number[] = [];
  const typed: (readonly Keystroke[])[] = [];
  while (typed.length < Math.min(rounds, 5)) {
    firstPages.push(await askFor(engine, 'person/list', {}));
    byBalance.push(await askFor(engine, 'person/list', { sort: '-balance' }));
    totals.push(await askFor(engine, 'overview/totals', {}));
    typed.push(await typeAll(engine, searches));
  }
  await engine.close();
  const shared = { unit: 'ms', raw: [] } as const;
  return [
    {
      work: `first page of People at ${large.people} people`,
      ...shared,
      ours: firstPages,
      bar: { kind: 'atMost', value: 50 },
    },
    ...searchRows(typed),
    { work: 'first page of People by balance', ...shared, ours: byBalance, bar: null },
    { work: 'totals of the overview', ...shared, ours: totals, bar: null },
  ];
};
