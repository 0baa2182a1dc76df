import type { App } from '../../e2e/App.ts';
import type { Windows } from '../../e2e/Windows.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { must } from '../daybooks.ts';
import type { Row } from '../Row.ts';
import { searchesFor } from '../searches.ts';
import { quantile } from '../statistics.ts';
import { openBackstage, type Backstage } from './Backstage.ts';
import { openLargeWindow } from './openLargeWindow.ts';
import { peopleCsv, peopleMap } from './peopleCsv.ts';
import { tell } from './tell.ts';
import { charge, firstPage, peopleIn, scroll, searches, toCustomer } from './work.ts';

/** What somebody waits for, again and again. **Units:** milliseconds. */
interface Waits {
  /** Asked for anew, since rows have changed. */
  readonly firstPages: number[];
  /** Of the list as it was left a moment ago. */
  readonly returns: number[];
  readonly searches: number[];
  readonly charges: number[];
  readonly longestFrames: number[];
}

/** The bars of work in peace. **Units:** milliseconds. */
const bars = { firstPage: 50, search: 60, charge: 100, frame: 100 };

/** What somebody types who looks for people who owe: by balance, all kinds of names are in sight. */
const searchTexts = async (app: App, count: number): Promise<readonly string[]> => {
  await peopleIn(app, 'owing');
  await app.people.sort('balance');
  const rows = await app.people.rows();
  const texts = searchesFor(rows.map(({ name }) => ({ name, phone: null })))
    // Where nobody is found, the next of whom nobody is found changes nothing on the screen.
    .filter(({ kind }) => kind !== 'no match')
    .map(({ text }) => text.trim());
  return [...new Set(texts)].filter((text) => text !== '').slice(0, count);
};

/** All kinds of work, a few rounds of each. */
const workOn = async (app: App, { quick }: BenchOptions): Promise<Waits> => {
  const waits: Waits = {
    firstPages: [],
    returns: [],
    searches: [],
    charges: [],
    longestFrames: [],
  };
  await app.shell.go('people');
  const texts = await searchTexts(app, quick ? 20 : 60);
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    waits.searches.push(...(await searches(app, texts)));
    waits.longestFrames.push(await scroll(app, quick ? 1 : 3));
    await toCustomer(app);
    for (let n = 0; n < (quick ? 10 : 30); n += 1) waits.charges.push(await charge(app));
    waits.firstPages.push(await firstPage(app));
    waits.returns.push(await firstPage(app));
  }
  return waits;
};

const rowsOf = (waits: Waits, during: string, times: number): readonly Row[] => {
  const shared = { unit: 'ms', raw: [] } as const;
  const atMost = (value: number) => ({ kind: 'atMost', value: value * times }) as const;
  return [
    {
      work: `window: People's first page${during}`,
      ...shared,
      ours: waits.firstPages,
      bar: atMost(bars.firstPage),
    },
    { work: `… as it was left a moment ago${during}`, ...shared, ours: waits.returns, bar: null },
    {
      work: `window: search keystroke to rows, p95${during}`,
      ...shared,
      ours: [quantile(waits.searches, 0.95)],
      bar: atMost(bars.search),
      note: `${waits.searches.length} changes of the search field that brought other rows`,
    },
    {
      work: `window: Enter on a charge to the new balance, p95${during}`,
      ...shared,
      ours: [quantile(waits.charges, 0.95)],
      bar: atMost(bars.charge),
      note: `${waits.charges.length} charges`,
    },
    {
      work: `window: longest frame while scrolling${during}`,
      ...shared,
      ours: waits.longestFrames,
      bar: atMost(bars.frame),
    },
  ];
};

/** Runs long work again and again until it is told to stop, which waits for the one under way. */
const keepRunning = (start: (round: number) => Promise<unknown>): (() => Promise<void>) => {
  const stopping = new AbortController();
  const repeat = async (round: number): Promise<void> => {
    await start(round);
    if (!stopping.signal.aborted) await repeat(round + 1);
  };
  const running = repeat(0);
  return () => {
    stopping.abort();
    return running;
  };
};

const importPeople = async (backstage: Backstage, first: number, count: number): Promise<void> => {
  const file = await backstage.hand('people.csv', peopleCsv(first, count));
  must(
    await backstage.run({ kind: 'import', import: 'people', file, map: peopleMap, dryRun: false }),
  );
};

/** What the window answers in peace, while a rebuild runs, and while 100,000 people are imported. */
export const workRows = async (
  options: BenchOptions,
  home: string,
  windows: Windows,
): Promise<readonly Row[]> => {
  const window = await openLargeWindow(home, windows);
  // In peace also means that no names are being read behind the list.
  await window.whenNamesAreRead();
  const backstage = await openBackstage(window.app.profile, new URL(window.app.page.url()));
  const during = async (text: string, times: number): Promise<readonly Row[]> =>
    tell(rowsOf(await workOn(window.app, options), text, times));

  const inPeace = await during('', 1);
  const stopRebuilding = keepRunning(async () => must(await backstage.run({ kind: 'rebuild' })));
  const whileRebuilding = await during(', rebuilding', 2);
  await stopRebuilding();
  const count = options.quick ? 5_000 : 100_000;
  const stopImporting = keepRunning((round) => importPeople(backstage, round * count, count));
  const whileImporting = await during(', importing', 2);
  await stopImporting();

  backstage.close();
  await window.close();
  return [...inPeace, ...whileRebuilding, ...whileImporting];
};
