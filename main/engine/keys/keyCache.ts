import type { RetentionClass } from '../../../shared/kernel/event.ts';
import { retentionClasses } from '../../../shared/kernel/event.ts';
import type { KeyId, PersonId } from '../../../shared/kernel/ids.ts';

/** Where a key is kept; -1 stands for nowhere. */
export type Slot = number;
export const nowhere: Slot = -1;

/** Unwrapped keys in memory. */
export interface KeyCache {
  readonly find: (key: KeyId) => Slot;
  readonly findFor: (person: PersonId, retention: RetentionClass) => Slot;
  /** Makes room for a key that is not there yet; the caller writes it into `bytes`. */
  readonly add: (key: KeyId, person: PersonId, retention: RetentionClass) => Slot;
  /** The key itself, not a copy. Not to be kept: the slot may get another key. */
  readonly bytes: (slot: Slot) => Uint8Array;
  readonly keyAt: (slot: Slot) => KeyId;
  readonly personAt: (slot: Slot) => PersonId;
  readonly retentionAt: (slot: Slot) => RetentionClass;
  readonly slots: () => readonly Slot[];
  readonly drop: (slot: Slot) => void;
  /** Overwrites every key. */
  readonly wipe: () => void;
}

const keyLength = 32;
const chunkKeys = 1024;

/**
 * Keeps the last `capacity` keys. They lie in few large blocks outside of the garbage-collected heap,
 * which copies small objects about: what is overwritten here is gone.
 */
export const createKeyCache = (capacity: number): KeyCache => {
  const chunks: Uint8Array[] = [];
  const keys: (KeyId | undefined)[] = [];
  const persons: (PersonId | undefined)[] = [];
  const retentions: RetentionClass[] = [];
  const byKey = new Map<KeyId, Slot>();
  const byPerson: Record<RetentionClass, Map<PersonId, Slot>> = {
    profile: new Map(),
    statutory: new Map(),
  };
  let next = 0;

  const bytes = (slot: Slot): Uint8Array => {
    const chunk = chunks[Math.floor(slot / chunkKeys)];
    if (chunk === undefined) throw new RangeError('no such slot');
    const at = (slot % chunkKeys) * keyLength;
    return chunk.subarray(at, at + keyLength);
  };
  const at = <Value>(list: readonly (Value | undefined)[], slot: Slot): Value => {
    const value = list[slot];
    if (value === undefined) throw new RangeError('an empty slot');
    return value;
  };
  const keyAt = (slot: Slot): KeyId => at(keys, slot);
  const personAt = (slot: Slot): PersonId => at(persons, slot);
  const retentionAt = (slot: Slot): RetentionClass => at(retentions, slot);

  const drop = (slot: Slot): void => {
    byKey.delete(keyAt(slot));
    byPerson[retentionAt(slot)].delete(personAt(slot));
    bytes(slot).fill(0);
    keys[slot] = undefined;
    persons[slot] = undefined;
  };

  return {
    find: (key) => byKey.get(key) ?? nowhere,
    findFor: (person, retention) => byPerson[retention].get(person) ?? nowhere,
    add: (key, person, retention) => {
      const slot = next;
      next = (next + 1) % capacity;
      if (keys[slot] !== undefined) drop(slot);
      if (slot === chunks.length * chunkKeys) chunks.push(new Uint8Array(chunkKeys * keyLength));
      keys[slot] = key;
      persons[slot] = person;
      retentions[slot] = retention;
      byKey.set(key, slot);
      byPerson[retention].set(person, slot);
      return slot;
    },
    bytes,
    keyAt,
    personAt,
    retentionAt,
    slots: () => [...byKey.values()],
    drop,
    wipe: () => {
      for (const chunk of chunks) chunk.fill(0);
      chunks.length = 0;
      keys.length = 0;
      persons.length = 0;
      byKey.clear();
      for (const retention of retentionClasses) byPerson[retention].clear();
      next = 0;
    },
  };
};
