import type { Windows } from '../../e2e/Windows.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import type { LargeDaybook } from '../daybooks.ts';
import type { Row } from '../Row.ts';
import { openLargeWindow, type LargeWindow } from './openLargeWindow.ts';

/** From `npm start`'s script to the first rows, with the files in the cache. */
export const startRows = async (
  { rounds }: BenchOptions,
  { people }: LargeDaybook,
  home: string,
  windows: Windows,
): Promise<readonly Row[]> => {
  const starts: LargeWindow['start'][] = [];
  // The first one warms the cache.
  for (let round = 0; round <= Math.min(rounds, 3); round += 1) {
    const window = await openLargeWindow(home, windows);
    starts.push(window.start);
    await window.close();
  }
  const warm = starts.slice(1);
  const shared = { unit: 'ms', raw: [] } as const;
  return [
    {
      work: `start to the first rows at ${people} people, browser host`,
      ...shared,
      ours: warm.map(({ program, welcome, unlock }) => program + welcome + unlock),
      bar: { kind: 'atMost', value: 1500 },
      note: 'the passphrase is typed without a pause; its key takes what it takes on purpose',
    },
    {
      work: '… to the first screen, which asks for the passphrase',
      ...shared,
      ours: warm.map(({ program, welcome }) => program + welcome),
      bar: null,
    },
    { work: '… to the link', ...shared, ours: warm.map(({ program }) => program), bar: null },
    {
      work: '… from the link to the passphrase',
      ...shared,
      ours: warm.map(({ welcome }) => welcome),
      bar: null,
    },
    {
      work: '… from the press on Open to the rows',
      ...shared,
      ours: warm.map(({ unlock }) => unlock),
      bar: null,
    },
  ];
};
