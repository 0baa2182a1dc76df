import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { applicationIds } from '../sqlite/database-kind.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { filesOf, removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import { createKeyStore } from './createKeyStore.ts';
import { daybook, personOf, uuidOf } from './idsUnderTest.ts';
import {
  createClock,
  bytesOf,
  locationOf,
  newKeyStore,
  reopened,
  sealedPart,
} from './keyStoreUnderTest.ts';
import { openKeyStore, type KeyStoreLocation } from './openKeyStore.ts';
import { standardKdf } from './passphraseKey.ts';
import { createSecret } from './Secret.ts';

afterAll(removeScratchFolders);

const errorOf = async (path: string, changes: Partial<KeyStoreLocation> = {}): Promise<object> => {
  const opened = await openKeyStore(locationOf(path, changes));
  if (!opened.ok) return opened.error;
  opened.value.close();
  throw new Error('it opened');
};

const damage = (path: string, sql: string): void => {
  const database = openUnguarded(path);
  database.execute(sql);
  database.close();
};

describe('a new key store', () => {
  test('opens again with its passphrase, as the same installation', async () => {
    const { path, store } = await newKeyStore();
    const { device, member } = store;
    store.close();
    const again = await reopened(path);
    expect({ device: again.device, member: again.member, findings: again.findings }).toEqual({
      device,
      member,
      findings: [],
    });
    expect(device).not.toBe(member);
    again.close();
  });

  test('is another installation than any other', async () => {
    const [one, other] = [await newKeyStore(), await newKeyStore()];
    expect(one.store.device).not.toBe(other.store.device);
    expect(one.store.member).not.toBe(other.store.member);
    one.store.close();
    other.store.close();
  });

  test.skipIf(process.platform === 'win32')('is for its user alone while it is made', async () => {
    const folder = scratchFolder();
    const { world } = createClock();
    const modes: number[] = [];
    const created = await createKeyStore(
      locationOf(join(folder, 'keys.db'), {
        world: {
          ...world,
          // Asked for when the first rows are written.
          nowMs: () => {
            // A journal holds what stood in the file before: nothing.
            const files = readdirSync(folder)
              .filter((name) => !name.endsWith('-journal'))
              .map((name) => join(folder, name));
            modes.push(...files.map((file) => statSync(file).mode & 0o777));
            return world.nowMs();
          },
        },
      }),
    );
    expect(modes).toEqual([0o600]);
    if (created.ok) created.value.close();
  });

  test.skipIf(process.platform === 'win32')(
    'is for its user alone, and so is its WAL',
    async () => {
      const { path, store } = await newKeyStore();
      sealedPart(store, personOf(1));
      const modes = [path, `${path}-wal`].map((file) => statSync(file).mode & 0o777);
      expect(modes).toEqual([0o600, 0o600]);
      store.close();
      chmodSync(path, 0o644);
      (await reopened(path)).close();
      expect(statSync(path).mode & 0o777).toBe(0o600);
    },
  );

  test('is refused an empty passphrase, and leaves no file', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const created = await createKeyStore(locationOf(path, { passphrase: createSecret('') }));
    expect(created).toEqual({ ok: false, error: { type: 'PassphraseEmpty' } });
    expect(existsSync(path)).toBe(false);
  });

  test('never takes the place of another', async () => {
    const { path, store } = await newKeyStore();
    store.close();
    const before = readFileSync(path);
    const created = await createKeyStore(locationOf(path));
    expect(created).toEqual({ ok: false, error: { type: 'DatabaseExists', path } });
    expect(readFileSync(path)).toEqual(before);
  });

  test('is not made at a cost that could not be opened again', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const kdf = { ...standardKdf, forNewVaults: { n: 2, r: 1, p: 1 } };
    await expect(createKeyStore(locationOf(path, { kdf }))).rejects.toBeInstanceOf(RangeError);
    expect(existsSync(path)).toBe(false);
  });
});

describe('opening', () => {
  test('a wrong passphrase changes nothing, and the right one opens afterwards', async () => {
    const { path, store } = await newKeyStore();
    store.close();
    const before = filesOf(dirname(path));
    expect(await errorOf(path, { passphrase: createSecret('wrong') })).toEqual({
      type: 'WrongPassphrase',
    });
    expect(filesOf(dirname(path))).toEqual(before);
    (await reopened(path)).close();
  });

  test('a file that is not there, not ours, newer, or not a database', async () => {
    const path = join(scratchFolder(), 'keys.db');
    expect(await errorOf(path)).toEqual({ type: 'DatabaseMissing', path });
    writeFileSync(path, '');
    expect(await errorOf(path)).toEqual({ type: 'NotADatabase', path });
    writeFileSync(path, 'name,phone\n'.repeat(1000));
    expect(await errorOf(path)).toEqual({ type: 'NotADatabase', path });

    const newer = await newKeyStore();
    newer.store.close();
    damage(newer.path, 'PRAGMA user_version = 2');
    expect(await errorOf(newer.path)).toMatchObject({ type: 'FormatTooNew', found: 2, newest: 1 });
    damage(newer.path, `PRAGMA application_id = ${applicationIds.log}`);
    expect(await errorOf(newer.path)).toMatchObject({ type: 'ForeignDatabase' });
  });

  test('the keys of another daybook', async () => {
    const { path, store } = await newKeyStore();
    store.close();
    expect(await errorOf(path, { daybook: uuidOf(7) as DaybookId })).toEqual({
      type: 'KeysOfAnotherDaybook',
      daybook,
    });
  });

  test.each([
    ['DROP TABLE person_key', 'schema'],
    ['ALTER TABLE bucket ADD COLUMN copy BLOB', 'schema'],
    ['CREATE TABLE copies (wrapped BLOB)', 'schema'],
    ['DROP TRIGGER vault_delete; DELETE FROM vault', 'vault'],
    [`UPDATE vault SET salt = zeroblob(32)`, 'vault'],
    ['DROP TRIGGER installation_delete; DELETE FROM installation', 'installation'],
    ["DROP TRIGGER installation_update; UPDATE installation SET device = 'me'", 'installation'],
  ])('damage done by %s', async (sql, part) => {
    const { path, store } = await newKeyStore();
    store.close();
    damage(path, sql);
    expect(await errorOf(path)).toEqual({ type: 'KeysDamaged', part });
  });

  test('a file torn in the middle is damaged, not locked', async () => {
    const { path, store } = await newKeyStore();
    store.close();
    const bytes = readFileSync(path);
    writeFileSync(
      path,
      Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xa5)]),
    );
    expect(await errorOf(path)).toMatchObject({ type: 'KeysDamaged' });
  });

  test('a dropped trigger does not stop it and is told', async () => {
    const { path, store } = await newKeyStore();
    store.close();
    damage(path, 'DROP TRIGGER tombstone_delete');
    const again = await reopened(path);
    expect(again.findings).toEqual([{ type: 'KeysSchemaChanged', detail: 'schema' }]);
    again.close();
  });
});

test('a closed store gives out nothing more', async () => {
  const { store } = await newKeyStore();
  const { header, sealed } = sealedPart(store, personOf(1));
  store.close();
  store.close();
  expect(() => store.open(header, sealed)).toThrow(Error);
  expect(() => store.seal(header, bytesOf('Kim'))).toThrow(Error);
  expect(() => store.sealingKey(personOf(1), 'profile')).toThrow(Error);
});
