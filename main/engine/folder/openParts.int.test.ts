import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDaybookUnderTest } from '../daybookUnderTest.ts';

test('a close that fails in one place closes everything else, and fails', async () => {
  const daybook = await createDaybookUnderTest();
  const parts = await daybook.openParts();
  // The first thing to go is now one that cannot.
  rmSync(daybook.file('lock'));
  mkdirSync(daybook.file('lock'));
  expect(parts.close).toThrow('lock');
  rmdirSync(daybook.file('lock'));
  const again = await daybook.openParts();
  expect(again.findings).toEqual([]);
  // And the keys of the first are gone from memory.
  expect(() => parts.keys.tombstones()).toThrow('not open');
});
