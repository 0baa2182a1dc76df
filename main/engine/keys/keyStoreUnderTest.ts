import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import type { World } from '../dependencies.ts';
import { scratchFolder } from '../sqlite/scratchDatabase.ts';
import { cheapKdf } from './cheapKdf.ts';
import { daybook, eventOf } from './idsUnderTest.ts';
import { createKeyStore } from './createKeyStore.ts';
import type { KeyStore, SealHeader } from './KeyStore.ts';
import { openKeyStore, type KeyStoreLocation } from './openKeyStore.ts';
import { createSecret } from './Secret.ts';
import type { UnlockedKeyStore } from './unlockedKeyStore.ts';

/*
 * For tests only: key stores in temporary folders.
 */

/** A clock that stands still unless moved. */
export const createClock = (start = 1_795_000_000_000) => {
  let now = start;
  const world: World = {
    nowMs: () => now,
    elapsedMs: () => now,
    utcOffsetMinutes: () => 0,
    randomBytes: (count) => randomBytes(count),
  };
  return {
    world,
    advance: (milliseconds: number): void => {
      now += milliseconds;
    },
  };
};

export const locationOf = (
  path: string,
  changes: Partial<KeyStoreLocation> = {},
): KeyStoreLocation => ({
  path,
  daybook,
  passphrase: createSecret('correct horse'),
  world: createClock().world,
  kdf: cheapKdf,
  ...changes,
});

/** A new key store in a folder of its own. */
export const newKeyStore = async (
  changes: Partial<KeyStoreLocation> = {},
): Promise<{ readonly path: string; readonly store: UnlockedKeyStore }> => {
  const path = join(scratchFolder(), 'keys.db');
  const created = await createKeyStore(locationOf(path, changes));
  if (!created.ok) throw new Error(created.error.type);
  return { path, store: created.value };
};

/** Opens what must open. */
export const reopened = async (
  path: string,
  changes: Partial<KeyStoreLocation> = {},
): Promise<UnlockedKeyStore> => {
  const opened = await openKeyStore(locationOf(path, changes));
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

/** The key of a person who has not been erased. */
export const keyOf = (
  store: KeyStore,
  person: PersonId,
  retention: RetentionClass = 'profile',
): KeyId => {
  const key = store.sealingKey(person, retention);
  if (!key.ok) throw new Error(key.error.type);
  return key.value;
};

export const headerOf = (
  person: PersonId,
  key: KeyId,
  changes: Partial<SealHeader> = {},
): SealHeader => ({
  daybook,
  event: eventOf(1),
  stream: `person-${person}`,
  type: 'person.registered',
  schema: 1,
  person,
  key,
  ...changes,
});

export interface SealedPart {
  readonly header: SealHeader;
  readonly sealed: Uint8Array;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A part about a person, durable key and all. */
export const sealedPart = (
  store: KeyStore,
  person: PersonId,
  retention: RetentionClass = 'profile',
): SealedPart => {
  const header = headerOf(person, keyOf(store, person, retention));
  store.commitKeys();
  return { header, sealed: store.seal(header, bytesOf(`name of ${person}`)) };
};

/** The text of a part, or why it does not open. */
export const openedText = (store: KeyStore, { header, sealed }: SealedPart): string => {
  const opening = store.open(header, sealed);
  return opening.type === 'opened' ? new TextDecoder().decode(opening.bytes) : opening.type;
};

/** Everything that stands on disk for a key file: what a stranger finds there. */
export const rawBytes = (path: string): Buffer =>
  Buffer.concat(
    [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file)),
  );

/** The files as they are at this moment, in a folder of their own: what a crash would leave. */
export const snapshotOf = (path: string): string => {
  const copy = join(scratchFolder(), 'keys.db');
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  return copy;
};
