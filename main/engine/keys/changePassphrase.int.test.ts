import { mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { personOf } from './idsUnderTest.ts';
import {
  locationOf,
  newKeyStore,
  openedText,
  rawBytes,
  reopened,
  sealedPart,
} from './keyStoreUnderTest.ts';
import { openKeyStore, type KeyStoreLocation } from './openKeyStore.ts';
import { createSecret } from './Secret.ts';

afterAll(removeScratchFolders);

const errorOf = async (path: string, changes: Partial<KeyStoreLocation> = {}): Promise<object> => {
  const opened = await openKeyStore(locationOf(path, changes));
  if (!opened.ok) return opened.error;
  opened.value.close();
  throw new Error('it opened');
};

describe('changing the passphrase', () => {
  const next = createSecret('battery staple');

  test('locks out the old one and keeps every key', async () => {
    const { path, store } = await newKeyStore();
    const part = sealedPart(store, personOf(1));
    expect(await store.changePassphrase(createSecret('correct horse'), next)).toEqual({
      ok: true,
      value: { isOldGone: true },
    });
    expect(openedText(store, part)).toBe(`name of ${personOf(1)}`);
    store.close();
    expect(await errorOf(path)).toEqual({ type: 'WrongPassphrase' });
    const again = await reopened(path, { passphrase: next });
    expect(openedText(again, part)).toBe(`name of ${personOf(1)}`);
    again.close();
  });

  test('wraps the vault key alone, and leaves nothing of the old vault on disk', async () => {
    const { path, store } = await newKeyStore();
    sealedPart(store, personOf(1));
    /** For a file that is closed. */
    const blobs = (): { vault: Buffer; rest: unknown[] } => {
      const database = openUnguarded(path);
      const vault = database.read<{ wrapped: Buffer }>('SELECT wrapped FROM vault').get()?.wrapped;
      const rest = [
        ...database.read('SELECT * FROM bucket').all(),
        ...database.read('SELECT * FROM person_key').all(),
      ];
      database.close();
      return { vault: vault ?? Buffer.alloc(0), rest };
    };
    store.close();
    const before = blobs();
    const again = await reopened(path);
    await again.changePassphrase(createSecret('correct horse'), next);
    expect(rawBytes(path).includes(before.vault)).toBe(false);
    again.close();
    expect(blobs().rest).toEqual(before.rest);
  });

  test('counts once it is on disk, though the disk fails to take away what the old one opens', async () => {
    const { path, store } = await newKeyStore();
    const wal = `${path}-wal`;
    // What cuts the WAL to nothing opens it by its name.
    rmSync(wal);
    mkdirSync(wal);
    expect(await store.changePassphrase(createSecret('correct horse'), next)).toEqual({
      ok: true,
      value: { isOldGone: false },
    });
    rmdirSync(wal);
    store.close();
    expect(await errorOf(path)).toEqual({ type: 'WrongPassphrase' });
    (await reopened(path, { passphrase: next })).close();
  });

  test('needs the current one, and a next one', async () => {
    const { path, store } = await newKeyStore();
    const before = readFileSync(path);
    expect(await store.changePassphrase(createSecret('wrong'), next)).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    });
    expect(await store.changePassphrase(createSecret('correct horse'), createSecret(''))).toEqual({
      ok: false,
      error: { type: 'PassphraseEmpty' },
    });
    store.close();
    expect(readFileSync(path)).toEqual(before);
    (await reopened(path)).close();
  });

  test('twice at once changes it once', async () => {
    const { path, store } = await newKeyStore();
    const current = createSecret('correct horse');
    const outcomes = await Promise.allSettled([
      store.changePassphrase(current, createSecret('one')),
      store.changePassphrase(current, createSecret('two')),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    store.close();
    const won = outcomes[0]?.status === 'fulfilled' ? 'one' : 'two';
    (await reopened(path, { passphrase: createSecret(won) })).close();
  });
});
