import { rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openApp, type App } from '../../e2e/App.ts';
import { startDaybook, type RunningDaybook } from '../../e2e/startDaybook.ts';
import { openWindows, type Windows } from '../../e2e/Windows.ts';
import { benchPassphrase, emptyPlace, type LargeDaybook } from '../daybooks.ts';

/** Daybook in a window of a real browser, with a copy of the large daybook open. */
export interface LargeWindow {
  readonly app: App;
  readonly windows: Windows;
  /** How long each part of the way to the first rows took. **Units:** milliseconds. */
  readonly start: {
    /** From the command to the link. */
    readonly program: number;
    /** From the link to the screen that asks for the passphrase. */
    readonly welcome: number;
    /** From the passphrase to the first rows. */
    readonly unlock: number;
  };
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

/** Starts the program as `npm start` does and unlocks the daybook in `home` without a pause for thought. */
export const openLargeWindow = async (home: string, windows: Windows): Promise<LargeWindow> => {
  const [daybook, program] = await timed<RunningDaybook>(() => startDaybook(home));
  const [app, welcome] = await timed(async () => {
    const opened = await openApp(windows, daybook);
    await opened.welcome.whenShown();
    return opened;
  });
  const [, unlock] = await timed(async () => {
    await app.welcome.open('Bench', benchPassphrase);
    await app.people.rows();
  });
  return {
    app,
    windows,
    start: { program, welcome, unlock },
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
