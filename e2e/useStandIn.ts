import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Page } from 'playwright-core';
import { createApp, type App } from './App.ts';
import { takeControls, type Controls } from './Controls.ts';
import { host } from './host.ts';
import { made } from './made.ts';
import { textsOf } from './pages/texts.ts';
import { createScratch } from './startDaybook.ts';
import { startDesktop, type DesktopOptions, type DesktopProcess } from './startDesktop.ts';

/** The desktop program on the stand-in, with a hand at the system's side of it. */
export interface StandInUse {
  readonly scratch: string;
  readonly home: string;
  readonly desktop: () => DesktopProcess;
  readonly controls: () => Controls;
  /** The page objects of a window. */
  readonly appOf: (page: Page) => App;
  /** The first window. */
  readonly app: () => App;
  /** Starts the program, also after it has ended; gives its first window. */
  readonly start: (options?: Partial<DesktopOptions>) => Promise<App>;
}

/** Starts the program for the tests of a file, and ends it after them. */
export const useStandIn = (): StandInUse => {
  const scratch = createScratch();
  const home = path.join(scratch.folder, 'home');
  let desktop: DesktopProcess | null = null;
  let controls: Controls | null = null;
  let app: App | null = null;
  let starts = 0;

  const appOf = (page: Page): App => {
    page.setDefaultTimeout(15_000);
    return createApp(page, page.context(), textsOf.en);
  };
  const start = async (options: Partial<DesktopOptions> = {}): Promise<App> => {
    starts += 1;
    const socket = path.join(scratch.folder, `controls-${starts}`);
    desktop = await startDesktop({
      host: 'stand-in',
      home,
      ...options,
      environment: { DAYBOOK_STAND_IN_SOCKET: socket, ...options.environment },
    });
    controls = takeControls(socket);
    app = appOf(await desktop.nextWindow());
    return app;
  };

  beforeEach(({ skip }) => {
    if (host === 'electron') skip('a real Electron has no controls');
  });
  beforeAll(async () => {
    if (host !== 'electron') await start();
  });
  afterAll(async () => {
    controls?.end();
    await desktop?.stop();
    scratch.remove();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desktop !== null) console.error(desktop.said());
  });

  return {
    scratch: scratch.folder,
    home,
    desktop: () => made(desktop),
    controls: () => made(controls),
    app: () => made(app),
    appOf,
    start,
  };
};
