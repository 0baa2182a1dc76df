import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createUuidSource } from '../../../shared/kernel/uuid.ts';
import type { World } from '../dependencies.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import type { BucketKeys } from './bucketKeys.ts';
import type { Erasures } from './erasures.ts';
import { createKeyCache, nowhere, type KeyCache, type Slot } from './keyCache.ts';
import { bucketOf, type KeyRecord, type KeyRecords } from './keyRecords.ts';
import type { PersonErased } from './KeyStore.ts';
import { createRandomPool } from './randomPool.ts';
import type { Wrapping } from './wrapping.ts';

/** A key that is in the file and cannot be used: damage, which nothing may be written over. */
export class PersonKeyDamaged extends Error {
  override readonly name = 'PersonKeyDamaged';
  readonly key: KeyId;

  constructor(key: KeyId) {
    super(`key ${key} does not open`);
    this.key = key;
  }
}

/** What is known of a key id. */
export type Located =
  | { readonly type: 'key'; readonly bytes: Uint8Array; readonly person: PersonId }
  | { readonly type: 'destroyed'; readonly person: PersonId }
  | { readonly type: 'damaged' }
  | { readonly type: 'unknown' };

/** The persons' keys: found, unwrapped, minted, made durable. */
export interface Keyring {
  readonly locate: (key: KeyId) => Located;
  /** Loads what of these is not in memory yet. What cannot be loaded is for `locate` to tell. */
  readonly prefetch: (keys: readonly KeyId[]) => void;
  readonly sealingKey: (person: PersonId, retention: RetentionClass) => Result<KeyId, PersonErased>;
  readonly commit: () => void;
  /** Overwrites what is in memory of a person's keys of a class. */
  readonly forget: (person: PersonId, retention: RetentionClass) => void;
  readonly wipe: () => void;
}

export interface KeyringParts {
  readonly handle: WriteHandle;
  readonly records: KeyRecords;
  readonly buckets: BucketKeys;
  readonly wrapping: Wrapping;
  readonly erasures: Erasures;
  readonly world: World;
  /** How many unwrapped keys stay in memory: about 200 bytes each. */
  readonly cachedKeys: number;
}

/** Brings keys from the file into memory. */
const createLoader = (
  { buckets, wrapping }: Pick<KeyringParts, 'buckets' | 'wrapping'>,
  cache: KeyCache,
): ((record: KeyRecord) => Slot) => {
  return (record) => {
    const { key, person, retention, bucket, wrapped } = record;
    const bucketKey = buckets.get(bucket);
    if (wrapped === null || bucketKey === null) return nowhere;
    const slot = cache.add(key, person, retention);
    if (wrapping.unwrapInto(record, wrapped, bucketKey, cache.bytes(slot))) return slot;
    cache.drop(slot);
    return nowhere;
  };
};

/** Mints keys in memory and makes them durable in one transaction. */
const createMint = (parts: KeyringParts, cache: KeyCache) => {
  const { handle, records, buckets, wrapping, world } = parts;
  const minted = createKeyCache(Number.MAX_SAFE_INTEGER);
  const newId = createUuidSource(world);
  const random = createRandomPool(world.randomBytes);

  const bucketKeyOf = (bucket: number, key: KeyId): Uint8Array => {
    const bucketKey = buckets.get(bucket);
    if (bucketKey === null) throw new PersonKeyDamaged(key);
    return bucketKey;
  };
  const insert = (slot: Slot, now: number): void => {
    const person = minted.personAt(slot);
    const bucket = bucketOf(person);
    const record = { key: minted.keyAt(slot), person, retention: minted.retentionAt(slot), bucket };
    const bucketKey = bucketKeyOf(bucket, record.key);
    const wrapped = wrapping.wrap(record, minted.bytes(slot), bucketKey);
    records.insert({ ...record, wrapped }, now);
  };

  return {
    minted,
    mint: (person: PersonId, retention: RetentionClass): KeyId => {
      const key = newId() as KeyId;
      // Now rather than at the commit, where one damaged bucket would hold up everybody's keys.
      bucketKeyOf(bucketOf(person), key);
      random.drawInto(minted.bytes(minted.add(key, person, retention)));
      return key;
    },
    /**
     * When the commit fails, the keys are forgotten and not tried again: it may have reached the disk
     * all the same, and only the file knows.
     */
    commit: (): void => {
      const slots = minted.slots();
      if (slots.length === 0) return;
      try {
        const now = world.nowMs();
        handle.transaction(() => {
          for (const slot of slots) insert(slot, now);
        });
        for (const slot of slots) {
          const key = minted.keyAt(slot);
          const kept = cache.add(key, minted.personAt(slot), minted.retentionAt(slot));
          cache.bytes(kept).set(minted.bytes(slot));
        }
      } finally {
        minted.wipe();
      }
    },
  };
};

/** The keyring over an open `keys.db`. */
export const createKeyring = (parts: KeyringParts): Keyring => {
  const { records, erasures } = parts;
  const cache = createKeyCache(parts.cachedKeys);
  const load = createLoader(parts, cache);
  const { minted, mint, commit } = createMint(parts, cache);

  const located = (from: KeyCache, slot: Slot): Located => ({
    type: 'key',
    bytes: from.bytes(slot),
    person: from.personAt(slot),
  });

  return {
    locate: (key) => {
      const cached = cache.find(key);
      if (cached !== nowhere) return located(cache, cached);
      const fresh = minted.find(key);
      if (fresh !== nowhere) return located(minted, fresh);
      const record = records.find(key);
      if (record === undefined) return { type: 'unknown' };
      const { person, retention, wrapped } = record;
      // A tombstone wins over a key that stands beside it.
      if (wrapped === null || erasures.isDestroyed(person, retention)) {
        return { type: 'destroyed', person };
      }
      const slot = load(record);
      return slot === nowhere ? { type: 'damaged' } : located(cache, slot);
    },
    prefetch: (keys) => {
      const missing = keys.filter(
        (key) => cache.find(key) === nowhere && minted.find(key) === nowhere,
      );
      for (const record of records.findAll(missing))
        if (!erasures.isDestroyed(record.person, record.retention)) load(record);
    },
    sealingKey: (person, retention) => {
      if (erasures.isErased(person)) return err({ type: 'PersonErased', personId: person });
      const cached = cache.findFor(person, retention);
      if (cached !== nowhere) return ok(cache.keyAt(cached));
      const fresh = minted.findFor(person, retention);
      if (fresh !== nowhere) return ok(minted.keyAt(fresh));
      const ofPerson = records.ofPerson(person);
      // Without its tombstone a destroyed key still says that the person was erased.
      if (ofPerson.some(({ wrapped }) => wrapped === null)) {
        return err({ type: 'PersonErased', personId: person });
      }
      const record = ofPerson.find((one) => one.retention === retention);
      if (record === undefined) return ok(mint(person, retention));
      if (load(record) === nowhere) throw new PersonKeyDamaged(record.key);
      return ok(record.key);
    },
    commit,
    forget: (person, retention) => {
      for (const held of [cache, minted]) {
        const slot = held.findFor(person, retention);
        if (slot !== nowhere) held.drop(slot);
      }
    },
    wipe: () => {
      cache.wipe();
      minted.wipe();
    },
  };
};
