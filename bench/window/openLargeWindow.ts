import { rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createApp, type App } from '../../e2e/App.ts';
import { textsOf } from '../../e2e/pages/texts.ts';
import { startDaybook, type RunningDaybook } from '../../e2e/startDaybook.ts';
import { openWindows, type Windows } from '../../e2e/Windows.ts';
import { measure } from './stopwatch.ts';
import { benchPassphrase, emptyPlace, type LargeDaybook } from '../daybooks.ts';

/** Daybook in a window of a real browser, with a copy of the large daybook open. */
export interface LargeWindow {
  readonly app: App;
  readonly windows: Windows;
  /** How long each part of the way to the first rows took. **Units:** milliseconds. */
  readonly start: {
    /** From the command to the link. */
    readonly program: number;
    /** From the link to the first screen, which asks for the passphrase. */
    readonly welcome: number;
    /** From the press on "Open" to the first rows. */
    readonly unlock: number;
  };
  /** Waits until all names have been read, which goes on behind the first rows. **Units:** milliseconds. */
  readonly whenNamesAreRead: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A home folder with a copy of the large daybook in it. */
export const homeWithCopy = async ({ folder }: LargeDaybook): Promise<string> => {
  const home = emptyPlace('home');
  await mkdir(home, { recursive: true });
  await cp(folder, path.join(home, 'Bench'), { recursive: true });
  return home;
};

const timed = async <Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> => {
  const startedAt = performance.now();
  const value = await work();
  return [value, performance.now() - startedAt];
};

/**
 * When the first text of the page was painted, which is the screen that asks.
 *
 * **Units:** milliseconds since 1970 UTC.
 */
const firstPaintAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [painted] = list.getEntriesByName('first-contentful-paint');
          if (painted !== undefined) resolve(performance.timeOrigin + painted.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );

/** Starts the program as `npm start` does and unlocks the daybook in `home` without a pause for thought. */
export const openLargeWindow = async (home: string, windows: Windows): Promise<LargeWindow> => {
  const [daybook, program] = await timed<RunningDaybook>(() => startDaybook(home));
  const profile = await windows.newProfile();
  const page = await windows.newPage(profile);
  const app = createApp(page, profile, textsOf.en);
  const followedAt = Date.now();
  await page.goto(daybook.link);
  await app.welcome.whenShown();
  const welcome = (await firstPaintAt(page)) - followedAt;
  const form = await app.welcome.choose('Bench', benchPassphrase);
  const unlock = await measure(
    page,
    { event: 'click', sight: { kind: 'rows' }, withinMs: 60_000 },
    form.submit,
  );
  if (unlock === null) throw new Error('no rows were shown');
  const rowsAt = performance.now();
  return {
    app,
    windows,
    start: { program, welcome, unlock },
    whenNamesAreRead: async () => {
      const names = page.getByRole('progressbar', { name: app.texts.host.names });
      await names.waitFor({ state: 'detached', timeout: 120_000 });
      return performance.now() - rowsAt;
    },
    close: async () => {
      await app.profile.close();
      await daybook.stop();
    },
  };
};

/** Runs `work` with one browser and one home folder, and clears both away. */
export const withLargeHome = async <Value>(
  large: LargeDaybook,
  work: (home: string, windows: Windows) => Promise<Value>,
): Promise<Value> => {
  const home = await homeWithCopy(large);
  const windows = await openWindows();
  try {
    return await work(home, windows);
  } finally {
    await windows.close();
    rmSync(home, { recursive: true, force: true });
  }
};
