import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openApp, type App } from './App.ts';
import { host } from './host.ts';
import { made } from './made.ts';
import { openDesktop } from './openDesktop.ts';
import {
  createScratch,
  startDaybook,
  type RunningDaybook,
  type StartOptions,
} from './startDaybook.ts';
import { openWindows, type ProfileOptions, type Windows } from './Windows.ts';

export interface DaybookOptions extends ProfileOptions {
  /** What is put behind `npm start --`. */
  readonly args?: readonly string[];
  readonly environment?: StartOptions['environment'];
  /** The tests of the file tell one story: after a failure the rest of it makes no sense. */
  readonly story?: boolean;
  /** What of the browser host the file is about, where the desktop has nothing like it. */
  readonly needsBrowserHost?: string;
}

/** What a file of end-to-end tests works with. Each is there from the first test on. */
export interface DaybookInUse {
  /** A folder for whatever the tests of the file need, removed after them. */
  readonly scratch: string;
  readonly home: string;
  readonly daybook: () => RunningDaybook;
  readonly windows: () => Windows;
  readonly app: () => App;
}

const pictures = path.resolve(import.meta.dirname, '../test-results/e2e');

/**
 * Starts Daybook and a browser for the tests of a file, and ends them after it. A test fails when
 * anything went wrong in a window; of a failed one there is a picture in `test-results/e2e`.
 */
export const useDaybook = ({
  args = [],
  environment = {},
  story = false,
  needsBrowserHost,
  ...profile
}: DaybookOptions = {}) => {
  const scratch = createScratch();
  const home = path.join(scratch.folder, 'home');
  let daybook: RunningDaybook | null = null;
  let windows: Windows | null = null;
  let app: App | null = null;
  let hasFailed = false;

  const isLeftOut = host !== 'browser' && needsBrowserHost !== undefined;
  if (isLeftOut) console.log(`left out on ${host}: ${needsBrowserHost}`);

  beforeAll(async () => {
    if (isLeftOut) return;
    if (host !== 'browser') {
      ({ daybook, windows, app } = await openDesktop({ host, home, args, ...profile }));
      return;
    }
    [daybook, windows] = await Promise.all([startDaybook(home, args, environment), openWindows()]);
    app = await openApp(windows, daybook, profile);
  });
  beforeEach(({ skip }) => {
    if (isLeftOut) skip(needsBrowserHost);
    if (story && hasFailed) skip();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      hasFailed = true;
      mkdirSync(pictures, { recursive: true });
      const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
      await app?.page.screenshot({ path: path.join(pictures, `${name}.png`) });
    }
    windows?.mustBeSound();
  });
  afterAll(async () => {
    if (host === 'browser') await windows?.close();
    await daybook?.stop();
    scratch.remove();
  });

  const inUse: DaybookInUse = {
    scratch: scratch.folder,
    home,
    daybook: () => made(daybook),
    windows: () => made(windows),
    app: () => made(app),
  };
  return inUse;
};
