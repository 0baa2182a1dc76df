import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { dropFiles } from './pages/dropFiles.ts';
import { toImport } from './toImport.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook();
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await toImport(app);
});

const written = (name: string): string => {
  const file = path.join(inUse.scratch, name);
  writeFileSync(file, 'Number,Name\n1,Ada\n');
  return file;
};

it('a file that is dropped is read', async () => {
  await app.imports.drop(written('dropped.csv'));
  await app.imports.whenMapped();
  expect(await app.imports.fileRows()).toHaveLength(2);
  await app.imports.leave();
});

it('a folder that is dropped is refused, and a file can be dropped after it', async () => {
  const folder = path.join(inUse.scratch, 'A folder');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'inside.csv'), 'Number,Name\n2,Grace\n');
  await app.imports.drop(folder);
  await app.imports.says(app.texts.imports.wrong.FileNotAFile);
  await app.imports.drop(written('after.csv'));
  await app.imports.whenMapped();
  await app.imports.leave();
});

it('what is no file any more when it is dropped is refused too', async () => {
  await app.imports.drop(path.join(inUse.scratch, 'never written.csv'));
  await app.imports.says(app.texts.imports.wrong.FileNotAFile);
});

it('a file that is dropped beside the place stays where it is', async () => {
  const title = app.page.getByRole('heading', { level: 1 });
  await dropFiles(app.page, title, [written('beside.csv')]);
  // Whatever the browser would have done with it has been done when the next one is read.
  await app.imports.drop(written('at the place.csv'));
  await app.imports.whenMapped();
  expect(app.profile.pages()).toEqual([app.page]);
  await app.imports.leave();
});
