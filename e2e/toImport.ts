import type { App } from './App.ts';

/** Goes to where files are brought in. */
export const toImport = async (app: App): Promise<void> => {
  await app.shell.go('exchange');
  await app.imports.whenShown();
};
