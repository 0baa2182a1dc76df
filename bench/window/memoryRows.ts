import type { App } from '../../e2e/App.ts';
import type { Windows } from '../../e2e/Windows.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import type { Row } from '../Row.ts';
import { openLargeWindow } from './openLargeWindow.ts';
import { readPageMemory, type PageMemory } from './pageMemory.ts';
import { charge, firstPage, scroll, searches, toCustomer } from './work.ts';

const MEGABYTE = 1_000_000;
const minute = 60_000;

/** A bit of everything that somebody does all day. */
const workABit = async (app: App): Promise<void> => {
  await firstPage(app);
  await searches(app, ['a', 'an', 'ann', '김', 'zz']);
  await scroll(app, 2);
  await toCustomer(app);
  for (let n = 0; n < 3; n += 1) await charge(app);
  await app.person.show('details');
  await app.person.show('history');
  await app.person.history();
};

/** What the page takes after some minutes of scripted work. */
export const memoryRows = async (
  { minutes }: BenchOptions,
  home: string,
  windows: Windows,
): Promise<readonly Row[]> => {
  const window = await openLargeWindow(home, windows);
  await window.whenNamesAreRead();
  const until = performance.now() + minutes * minute;
  while (performance.now() < until) await workABit(window.app);
  const memory = await readPageMemory(window.app);
  await window.close();
  const row = (work: string, of: keyof PageMemory): Row => ({
    work,
    unit: 'MB',
    raw: [],
    ours: [memory[of] / MEGABYTE],
    bar: null,
  });
  return [
    {
      ...row(`window: memory of the page after ${minutes} minutes of work`, 'own'),
      bar: { kind: 'atMost', value: 200 },
      note: "the renderer process without what it shares with the browser's others",
    },
    row('… all its resident memory, Chromium included', 'resident'),
    row('… what JavaScript holds', 'heap'),
  ];
};
