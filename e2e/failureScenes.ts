import type { App } from './App.ts';

/** An address without a page, and a page that cannot be drawn; each begins at any page of an open daybook. */
export const failureScenes: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  'page-unknown': async (app) => {
    await app.page.goto(new URL('/#/nowhere', app.page.url()).href);
    const { unknownTitle } = app.texts.failure;
    await app.page.getByRole('heading', { level: 1, name: unknownTitle }).waitFor();
  },
  'page-failed': async (app) => {
    // A fault of the browser's own, until the page is loaded again.
    await app.page.evaluate(() => {
      const { NumberFormat } = Intl;
      const broken = function (locale?: string, options: Intl.NumberFormatOptions = {}) {
        if (options.style === 'currency') throw new Error('planted');
        return new NumberFormat(locale, options);
      };
      Object.assign(Intl, { NumberFormat: broken });
    });
    await app.shell.go('overview');
    await app.page.getByText(app.texts.failure.screen).waitFor();
  },
};
