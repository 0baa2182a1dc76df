import type { App } from './App.ts';

/** Goes to where files are brought in. */
export const toImport = async (app: App): Promise<void> => {
  await app.shell.go('exchange');
  await app.imports.whenShown();
  // The report of a scene before, which stands above this one's.
  const putAway = app.page.getByRole('button', { name: app.texts.exchange.putAway, exact: true });
  if ((await putAway.count()) > 0) await putAway.first().click();
};
