import type { Page } from 'playwright-core';
import { createApp, type App } from './App.ts';
import type { Host } from './host.ts';
import { textsOf } from './pages/texts.ts';
import type { RunningDaybook } from './startDaybook.ts';
import { startDesktop, type DesktopOptions } from './startDesktop.ts';
import { createWatch, watchPolicy, type ProfileOptions, type Windows } from './Windows.ts';

/** Everything that a file of tests has of the browser host, as far as the desktop has it. */
interface OpenDesktop {
  readonly daybook: RunningDaybook;
  readonly windows: Windows;
  readonly app: App;
}

/** What only the browser host has; a file that needs it says so: see `DaybookOptions.needsBrowserHost`. */
const onlyInBrowser = (): never => {
  throw new Error('this is of the browser host alone');
};

const prepare = async (page: Page, { colorScheme = 'light' }: ProfileOptions): Promise<void> => {
  page.setDefaultTimeout(15_000);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(watchPolicy);
};

/** Starts the desktop program on a host and opens its first window for a file of tests. */
export const openDesktop = async (
  options: DesktopOptions & ProfileOptions & { readonly host: Exclude<Host, 'browser'> },
): Promise<OpenDesktop> => {
  const desktop = await startDesktop(options);
  const page = await desktop.nextWindow();
  const watch = createWatch();
  watch.add(page);
  await page.context().addInitScript(watchPolicy);
  await prepare(page, options);
  const texts = textsOf[options.locale ?? 'en'];
  // It is made after the window is there, and the browser host's before.
  if (options.args?.includes('--sample') === true)
    await page.getByRole('navigation', { name: texts.nav.main }).waitFor({ timeout: 60_000 });
  return {
    daybook: {
      home: options.home,
      link: '',
      newLink: onlyInBrowser,
      crashEngine: onlyInBrowser,
      stop: desktop.stop,
    },
    windows: {
      newProfile: onlyInBrowser,
      newPage: onlyInBrowser,
      problems: watch.problems,
      mustBeSound: watch.mustBeSound,
      // The window ends with its program.
      close: () => desktop.browser.close(),
    },
    app: createApp(page, page.context(), texts),
  };
};
