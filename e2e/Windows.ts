import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { findChromium, launchOptions } from './chromium.ts';

/** One browser for a file of tests, and windows in it that note everything that goes wrong in them. */
export interface Windows {
  /** A browser of its own for the program's eyes: no cookie of another one. */
  readonly newProfile: (options?: ProfileOptions) => Promise<BrowserContext>;
  readonly newPage: (profile: BrowserContext) => Promise<Page>;
  /** Errors on the console, uncaught ones, and breaches of the content security policy since the last call. */
  readonly problems: () => readonly string[];
  /** Throws when there were any. For the end of every test. */
  readonly mustBeSound: () => void;
  readonly close: () => Promise<void>;
}

export interface ProfileOptions {
  readonly locale?: 'en' | 'ko';
  readonly colorScheme?: 'light' | 'dark';
  /** What another profile has: its cookies and its settings. */
  readonly storageState?: Exclude<BrowserContextOptions['storageState'], undefined>;
  /** What stands between this profile and the program. */
  readonly proxy?: string;
  /** What the browser says its language is, which need not be a tag that `Intl` takes. */
  readonly languageTag?: string;
}

/** Runs in the page: a breach of its policy is written to the console. */
export const watchPolicy = (): void => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`content security policy: ${violatedDirective} ${blockedURI}`);
  });
};

/** Runs in the page. */
const sayLanguage = (tag: string): void => {
  for (const [name, value] of [
    ['language', tag],
    ['languages', [tag]],
  ] as const)
    Object.defineProperty(Navigator.prototype, name, { get: () => value });
};

/** Notes what goes wrong in pages. */
export const createWatch = () => {
  let noted: string[] = [];
  const problems = (): readonly string[] => {
    const since = noted;
    noted = [];
    return since;
  };
  return {
    problems,
    mustBeSound: (): void => {
      const since = problems();
      if (since.length > 0) throw new Error(since.join('\n'));
    },
    add: (page: Page): void => {
      page.on('console', (message) => {
        if (message.type() === 'error') noted.push(message.text());
      });
      page.on('pageerror', (error) => noted.push(`uncaught: ${error.message}`));
    },
  };
};

export const openWindows = async (): Promise<Windows> => {
  const browser: Browser = await chromium.launch(launchOptions(await findChromium()));
  const watch = createWatch();

  return {
    newProfile: async ({
      locale = 'en',
      colorScheme = 'light',
      storageState,
      proxy,
      languageTag,
    } = {}) => {
      const profile = await browser.newContext({
        locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
        ...(storageState === undefined ? {} : { storageState }),
        // Otherwise the browser asks for nothing of its own machine by a proxy.
        ...(proxy === undefined ? {} : { proxy: { server: proxy, bypass: '<-loopback>' } }),
      });
      await profile.addInitScript(watchPolicy);
      if (languageTag !== undefined) await profile.addInitScript(sayLanguage, languageTag);
      return profile;
    },
    newPage: async (profile) => {
      const page = await profile.newPage();
      page.setDefaultTimeout(15_000);
      watch.add(page);
      return page;
    },
    problems: watch.problems,
    mustBeSound: watch.mustBeSound,
    close: () => browser.close(),
  };
};

const axeSource = readFileSync(
  path.resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'),
  'utf8',
);

/**
 * What an automatic check of WCAG 2.2 AA finds wrong with what is on the screen, a line each.
 *
 * **Shape:** `rule: selector`.
 */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  // Evaluated, since the content security policy would stop a script element.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
};
