import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createDaybookUnderTest, scratchFolder } from '../daybookUnderTest.ts';
import { writeMarkerFile } from './markerFile.ts';

test('a daybook gets its marker when it is opened, and again where it was deleted', async () => {
  const daybook = await createDaybookUnderTest();
  const marker = daybook.file('open.daybook');
  await (await daybook.open()).close();
  expect(existsSync(marker)).toBe(true);
  rmSync(marker);
  await (await daybook.open()).close();
  expect(existsSync(marker)).toBe(true);
});

test('what lies there under its name stays as it is, and a folder that is gone is no failure', () => {
  const folder = scratchFolder();
  const marker = path.join(folder, 'open.daybook');
  writeFileSync(marker, 'mine');
  writeMarkerFile(folder);
  expect(readFileSync(marker, 'utf8')).toBe('mine');
  writeMarkerFile(path.join(folder, 'gone'));
  expect(existsSync(path.join(folder, 'gone'))).toBe(false);
});
