import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { DaybookId, EventId, KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** What a sealed part is bound to. Ciphertext moved to another header does not open. */
export interface SealHeader {
  readonly daybook: DaybookId;
  readonly event: EventId;
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  readonly person: PersonId;
  readonly key: KeyId;
}

/** The person's keys have been destroyed; nothing personal can be written about them again. */
export interface PersonErased {
  readonly type: 'PersonErased';
  readonly personId: PersonId;
}

/** The outcome of opening a sealed part. An unknown key is never taken for an erased one. */
export type Opening =
  | { readonly type: 'opened'; readonly bytes: Uint8Array }
  | { readonly type: 'erased' }
  | { readonly type: 'unknownKey'; readonly key: KeyId }
  /** The key is there but the box is not its own: damaged, or moved from another event. */
  | { readonly type: 'refused'; readonly key: KeyId };

/** What an erasure ended, for the receipt. */
export interface ErasedKeys {
  readonly keys: readonly { readonly id: KeyId; readonly retention: RetentionClass }[];
  /** When the keys were first destroyed here. **Units:** milliseconds since 1970 UTC. */
  readonly destroyedAt: number;
}

/** A person of whom `keys.db` knows that keys were destroyed. */
export interface Tombstone {
  readonly person: PersonId;
  readonly retention: RetentionClass;
  readonly event: EventId;
  readonly destroyedAt: number;
}

export interface KeyFinding {
  readonly type:
    | 'KeyMissing'
    | 'KeyDoesNotOpen'
    | 'KeysDamaged'
    | 'TombstoneWithKey'
    | 'TombstoneMissing'
    /** A table, index or trigger is not as Daybook made it: rules may have been broken unseen. */
    | 'KeysSchemaChanged';
  readonly key?: KeyId;
  readonly detail: string;
}

/** A full check of the keys in pieces: call until it gives `done`; every call works for about the time it is given. */
export interface KeyVerifyRun {
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly findings: () => readonly KeyFinding[];
}

/**
 * The keys of one daybook, unlocked. Keys never leave it: callers seal and open through it.
 *
 * Order that callers must keep: a key is durable (`commitKeys`) before the event sealed under it.
 */
export interface KeyStore {
  /** The key for new personal data of a person, minted in memory when there is none yet. */
  readonly sealingKey: (person: PersonId, retention: RetentionClass) => Result<KeyId, PersonErased>;
  /** Makes keys minted since the last call durable, in one transaction. Does nothing when there are none. */
  readonly commitKeys: () => void;
  /** Pads and encrypts. `header.key` must come from `sealingKey`. */
  readonly seal: (header: SealHeader, plaintext: Uint8Array) => Uint8Array;
  /**
   * Opens what `seal` made. A caller who says which class the part is of learns that it is erased also
   * when its key never came here, as after an older copy of the file was put back.
   */
  readonly open: (header: SealHeader, sealed: Uint8Array, retention?: RetentionClass) => Opening;
  /** Brings keys that will be needed next into memory: together takes a third of one by one. */
  readonly prefetch: (keys: readonly KeyId[]) => void;
  /** True once keys of any class of the person have been destroyed. */
  readonly isErased: (person: PersonId) => boolean;
  readonly tombstones: () => readonly Tombstone[];
  /** True once `destroy` for these classes would find nothing left to do. */
  readonly isDestroyed: (person: PersonId, classes: readonly RetentionClass[]) => boolean;
  /**
   * Destroys the person's keys of these classes for ever: tombstone, key, bucket key, checkpoint, fsync.
   * Repeatable; the second time finds nothing left and gives the same answer.
   */
  readonly destroy: (
    person: PersonId,
    classes: readonly RetentionClass[],
    because: EventId,
  ) => ErasedKeys;
  /** From now on opens nothing of these classes about the person, until it is closed. Ends no key. */
  readonly conceal: (person: PersonId, classes: readonly RetentionClass[]) => void;
  /**
   * A number for a text that only these keys can give, and only with the tombstones that they have now:
   * proves that something kept elsewhere was written by them and is not older. **Units:** 48 bits.
   */
  readonly vouch: (text: string) => number;
  /**
   * 16 bytes that depend on `text` and on a key of the person: for ids that must come out the same twice
   * and that nobody can guess the text from. Gone with the key. Mints the key when there is none.
   */
  readonly derive: (
    person: PersonId,
    retention: RetentionClass,
    text: string,
  ) => Result<Uint8Array, PersonErased>;
  /** Looks at every key record; opens each wrapped key once. */
  readonly verify: () => readonly KeyFinding[];
  /** As `verify`, in pieces, for a job beside other work. */
  readonly startVerify: () => KeyVerifyRun;
  /** Overwrites every key in memory and closes the file. */
  readonly close: () => void;
}
