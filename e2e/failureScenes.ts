import type { App } from './App.ts';
import { failAtAmounts } from './failAtAmounts.ts';

/** An address without a page, and a page that cannot be drawn; each begins at any page of an open daybook. */
export const failureScenes: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  'page-unknown': async (app) => {
    await app.page.goto(new URL('/#/nowhere', app.page.url()).href);
    const { unknownTitle } = app.texts.failure;
    await app.page.getByRole('heading', { level: 1, name: unknownTitle }).waitFor();
  },
  'page-failed': async (app) => {
    await failAtAmounts(app.page);
    await app.shell.go('overview');
    await app.page.getByText(app.texts.failure.screen).waitFor();
  },
};
