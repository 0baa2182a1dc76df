import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import nacl from 'tweetnacl';
import { afterAll, expect, test } from 'vitest';
import { createUuidSource } from '../../../shared/kernel/uuid.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { createClock, headerOf, keyOf, newKeyStore, reopened } from './keyStoreUnderTest.ts';

/*
 * Speeds as ratios to what was measured in the same run, and with much room: they catch a mistake that
 * makes things several times as slow.
 */

afterAll(removeScratchFolders);

const people = 20_000;
const text = new Uint8Array(200);

/** Time on the processor, so that neither other programs nor the disk count. */
const millisecondsOf = (work: () => void): number => {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};

/** What sealing and opening costs without us: the unit of everything below. */
const rawMilliseconds = (): number => {
  const key = new Uint8Array(32);
  const nonce = new Uint8Array(24);
  const box = nacl.secretbox(text, nonce, key);
  return millisecondsOf(() => {
    for (let count = 0; count < people; count += 1) {
      nacl.secretbox(text, nonce, key);
      nacl.secretbox.open(box, nonce, key);
    }
  });
};

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

/** Bytes in use, those outside of the garbage-collected heap included. */
const bytesInUse = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

test('the keys of 20,000 people', async () => {
  const { path, store } = await newKeyStore();
  const newId = createUuidSource(createClock().world);
  const persons = Array.from({ length: people }, () => newId() as PersonId);
  const raw = rawMilliseconds();

  const minting = millisecondsOf(() => {
    persons.forEach((person, at) => {
      keyOf(store, person);
      if (at % 1000 === 999) store.commitKeys();
    });
  });
  const parts = persons.map((person) => {
    const header = headerOf(person, keyOf(store, person));
    return { header, sealed: store.seal(header, text) };
  });
  store.close();

  const again = await reopened(path);
  const before = bytesInUse();
  let opened = 0;
  const opening = millisecondsOf(() => {
    // Copies of the ids, as they come from the log: none that the test holds anyway.
    for (const { header, sealed } of parts) {
      const key = Buffer.from(header.key).toString('latin1') as typeof header.key;
      if (again.open({ ...header, key }, sealed).type === 'opened') opened += 1;
    }
  });
  const held = bytesInUse() - before;
  again.close();

  expect(opened).toBe(people);
  // 250 bytes each when there are 100,000; of fewer each bears more of what all share.
  expect(held / people).toBeLessThan(400);
  expect(minting / raw).toBeLessThan(4);
  expect(opening / raw).toBeLessThan(4);
});
