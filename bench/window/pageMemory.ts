import { readFileSync } from 'node:fs';
import type { App } from '../../e2e/App.ts';

/** What the page takes. **Units:** bytes. */
export interface PageMemory {
  /** The renderer process, without what it shares with the browser's other processes. */
  readonly own: number;
  /** All of its resident memory, Chromium's code included. */
  readonly resident: number;
  /** What JavaScript holds after a collection. */
  readonly heap: number;
}

interface ProcessInfo {
  readonly processInfo: readonly { readonly type: string; readonly id: number }[];
}

const kilobytes = (rollup: string, names: readonly string[]): number =>
  names
    .map((name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0))
    .reduce((sum, value) => sum + value, 0);

/** Reads what the page's process takes now. **Source:** `/proc/<pid>/smaps_rollup`, so on Linux only. */
export const readPageMemory = async ({ page, profile }: App): Promise<PageMemory> => {
  const session = await profile.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const browser = await profile.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('the browser is gone');
  const { processInfo } = (await browser.send('SystemInfo.getProcessInfo')) as ProcessInfo;
  const uses = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
      return {
        own: kilobytes(rollup, ['Private_Clean', 'Private_Dirty', 'SwapPss']) * 1024,
        resident: kilobytes(rollup, ['Rss']) * 1024,
      };
    });
  // Of all pages the one that is worked in takes the most.
  const { own, resident } = uses.toSorted((a, b) => b.own - a.own)[0] ?? { own: 0, resident: 0 };
  if (own === 0) throw new Error('the browser has no page');
  return { own, resident, heap: usedSize };
};
