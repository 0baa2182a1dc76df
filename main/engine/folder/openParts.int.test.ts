import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
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

test('a flipped bit in either place of the heads is told, and the next opening finds none', async () => {
  const daybook = await createDaybookUnderTest();
  await (await daybook.open()).close();
  const heads = daybook.file('heads');
  const whole = readFileSync(heads);
  const places = [0, whole.length / 2].filter((start) => whole[start] !== 0);
  expect(places.length).toBeGreaterThan(0);
  for (const start of places) {
    const flipped = Buffer.from(whole);
    flipped[start + 19] = (flipped[start + 19] ?? 0) ^ 8;
    writeFileSync(heads, flipped);
    const open = await daybook.open();
    const status = await open.status();
    expect(status.notes).toMatchObject([{ type: 'HeadsSlotDamaged' }]);
    expect(status.findings).toEqual([]);
    await open.close();
    const again = await daybook.open();
    expect((await again.status()).notes).toEqual([]);
    await again.close();
    writeFileSync(heads, whole);
  }
});
