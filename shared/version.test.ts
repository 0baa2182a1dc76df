import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { daybookVersion } from './version.ts';

test('the program says the version that its package has', () => {
  const file = path.join(import.meta.dirname, '../package.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: daybookVersion });
});
