import type { RetentionClass } from '../../../shared/kernel/event.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { personOf } from './idsUnderTest.ts';
import { createClock, newKeyStore, reopened, sealedPart } from './keyStoreUnderTest.ts';

/*
 * For tests only: a key store with keys to erase, and what stands in its file.
 */

export const both: readonly RetentionClass[] = ['profile', 'statutory'];

/** Another person in the bucket of person 1. */
export const neighbour = personOf(1 + 256);

/** What is answered when a key of this person is asked for after their erasure. */
export const erasedError = (person: number) => ({
  ok: false,
  error: { type: 'PersonErased', personId: personOf(person) },
});

/** The blobs of a closed file, by whose they are. */
export const blobsOf = (
  path: string,
): { keys: Map<string, Buffer>; buckets: Map<number, Buffer> } => {
  const database = openUnguarded(path);
  const keys = database
    .read<{ key_id: string; wrapped: Buffer | null }>('SELECT key_id, wrapped FROM person_key')
    .all();
  const buckets = database
    .read<{ bucket: number; wrapped: Buffer }>('SELECT bucket, wrapped FROM bucket')
    .all();
  database.close();
  return {
    keys: new Map(keys.flatMap(({ key_id, wrapped }) => (wrapped ? [[key_id, wrapped]] : []))),
    buckets: new Map(buckets.map(({ bucket, wrapped }) => [bucket, wrapped])),
  };
};

export const blob = <Name>(blobs: ReadonlyMap<Name, Buffer>, name: Name): Buffer => {
  const found = blobs.get(name);
  if (found === undefined) throw new Error('no such blob');
  return found;
};

/** A store with parts about three persons, two of them in one bucket; closed and opened again, so that blobs are in the file. */
export const filledStore = async () => {
  const clock = createClock();
  const { path, store } = await newKeyStore({ world: clock.world });
  const parts = {
    profile: sealedPart(store, personOf(1)),
    statutory: sealedPart(store, personOf(1), 'statutory'),
    neighbour: sealedPart(store, neighbour),
    other: sealedPart(store, personOf(2)),
  };
  store.close();
  const before = blobsOf(path);
  return { path, clock, parts, before, store: await reopened(path, { world: clock.world }) };
};
