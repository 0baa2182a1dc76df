import { hash } from 'node:crypto';
import { applicationIds, type DatabaseKind } from '../sqlite/database-kind.ts';
import type { ReadHandle } from '../sqlite/handle.ts';

/**
 * # `keys.db`, format 1
 *
 * A SQLite database (application_id 0x44626B4B, user_version = format) with every key of one daybook,
 * each a sealed blob (sealing.ts) under the key above it: passphrase, vault key, 256 bucket keys, a key
 * for each person and retention class. docs/file-formats-keys.md says the same for readers in other
 * languages, with the headers that blobs are bound to.
 *
 * | table          | holds                                                                             |
 * |----------------|-----------------------------------------------------------------------------------|
 * | `vault`        | one row: how the passphrase becomes a key, and the vault key under it             |
 * | `installation` | one row: the ids of this device and its member                                    |
 * | `bucket`       | 256 rows, 0 to 255: bucket keys under the vault key                               |
 * | `person_key`   | a row a person and class that ever had a key; `wrapped` is null once it is destroyed |
 * | `tombstone`    | a row a person and class that was erased; only ever added                         |
 *
 * ## Rules
 * 1. A person's bucket is the last byte of the person's id.
 * 2. `wrapped` is null exactly when `destroyed_at` is not, and never comes back.
 * 3. A person and a class have one key ever; a person with a tombstone gets no new key of any class.
 * 4. Rows of `person_key` and `tombstone` are never deleted, and keep their ids.
 * 5. Blobs keep their length and rows of `bucket` are all made at the start: a new blob overwrites the
 *    old one where it stands, and no page with an old blob is ever split and left in pieces.
 * 6. Tables, indexes and triggers are exactly those below.
 */
export const createKeysSchema = `
CREATE TABLE vault (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  daybook TEXT NOT NULL,
  kdf TEXT NOT NULL CHECK (kdf = 'scrypt'),
  n INTEGER NOT NULL,
  r INTEGER NOT NULL,
  p INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 136),
  checksum BLOB NOT NULL CHECK (length(checksum) = 32)
) STRICT;

CREATE TABLE installation (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  device TEXT NOT NULL,
  member TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE bucket (
  bucket INTEGER PRIMARY KEY CHECK (bucket BETWEEN 0 AND 255),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 136)
) STRICT;

CREATE TABLE person_key (
  number INTEGER PRIMARY KEY,
  key_id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('profile', 'statutory')),
  bucket INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND 255),
  wrapped BLOB CHECK (length(wrapped) = 136),
  created_at INTEGER NOT NULL,
  destroyed_at INTEGER,
  UNIQUE (person, class),
  CHECK ((destroyed_at IS NULL) = (wrapped IS NOT NULL))
) STRICT;

CREATE INDEX person_key_by_bucket ON person_key (bucket) WHERE wrapped IS NOT NULL;

CREATE TABLE tombstone (
  person TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('profile', 'statutory')),
  event TEXT NOT NULL,
  destroyed_at INTEGER NOT NULL,
  PRIMARY KEY (person, class)
) STRICT;

CREATE TRIGGER vault_delete BEFORE DELETE ON vault
BEGIN SELECT RAISE(ABORT, 'vault: never deleted'); END;

CREATE TRIGGER installation_update BEFORE UPDATE ON installation
BEGIN SELECT RAISE(ABORT, 'installation: never changed'); END;

CREATE TRIGGER installation_delete BEFORE DELETE ON installation
BEGIN SELECT RAISE(ABORT, 'installation: never deleted'); END;

CREATE TRIGGER bucket_delete BEFORE DELETE ON bucket
BEGIN SELECT RAISE(ABORT, 'bucket: never deleted'); END;

CREATE TRIGGER person_key_insert BEFORE INSERT ON person_key
WHEN EXISTS (SELECT 1 FROM tombstone WHERE person = new.person)
  OR EXISTS (SELECT 1 FROM person_key WHERE key_id = new.key_id)
  OR EXISTS (SELECT 1 FROM person_key WHERE person = new.person AND class = new.class)
BEGIN SELECT RAISE(ABORT, 'person_key: erased, or there already'); END;

CREATE TRIGGER person_key_update BEFORE UPDATE ON person_key
WHEN old.destroyed_at IS NOT NULL
  OR new.number IS NOT old.number
  OR new.key_id IS NOT old.key_id
  OR new.person IS NOT old.person
  OR new.class IS NOT old.class
  OR new.bucket IS NOT old.bucket
  OR new.created_at IS NOT old.created_at
BEGIN SELECT RAISE(ABORT, 'person_key: only rewrapped or destroyed'); END;

CREATE TRIGGER person_key_delete BEFORE DELETE ON person_key
BEGIN SELECT RAISE(ABORT, 'person_key: never deleted'); END;

CREATE TRIGGER tombstone_insert BEFORE INSERT ON tombstone
WHEN EXISTS (SELECT 1 FROM tombstone WHERE person = new.person AND class = new.class)
BEGIN SELECT RAISE(ABORT, 'tombstone: there already'); END;

CREATE TRIGGER tombstone_update BEFORE UPDATE ON tombstone
BEGIN SELECT RAISE(ABORT, 'tombstone: never changed'); END;

CREATE TRIGGER tombstone_delete BEFORE DELETE ON tombstone
BEGIN SELECT RAISE(ABORT, 'tombstone: never deleted'); END`;

export const keysFormat = 1;

export const keysKind: DatabaseKind = {
  applicationId: applicationIds.keys,
  newestFormat: keysFormat,
};

/** Of which part of a schema a hash is taken: all of it, or the tables without indexes and triggers. */
export type SchemaPart = 'everything' | 'tables';

/** What `hashSchema` gives for a file as we make it. A test holds it to the text above. */
export const keysSchemaHash: Readonly<Record<SchemaPart, string>> = {
  everything: 'a8154a5f9c007e66ca4d17a7201b693b1529a8465bcae5140a52653076fb3185',
  tables: '98ce10ade0f4e0854a9685aab077d72eed2cb38ea35500263032b0c5e129b21e',
};

/** A hash over what a file declares: someone who dropped a trigger is noticed. */
export const hashSchema = (handle: ReadHandle, part: SchemaPart): string => {
  const declared = handle
    .read<{ type: string; name: string; sql: string | null }>(
      'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name',
    )
    .all()
    .filter(({ type }) => part === 'everything' || type === 'table')
    .map(({ type, name, sql }) => [type, name, sql]);
  return hash('sha256', JSON.stringify(declared));
};
