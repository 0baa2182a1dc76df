/**
 * # `log.db`, format 1
 *
 * A SQLite database (application_id 0x44626B4C, user_version = format) with the whole truth of one
 * daybook: what happened, in the order in which this machine learned of it. docs/file-formats.md says
 * the same for readers in other languages.
 *
 * ## Table `daybook`, one row
 * `only` is 1; `id` is a UUID; `name` is text without control characters; `currency` is ISO 4217;
 * `created_at` is in milliseconds since 1970 UTC.
 *
 * ## Table `event`, one row an event
 * | column     | encoding                                                                          |
 * |------------|-----------------------------------------------------------------------------------|
 * | `position` | 1, 2, 3 ... in order of arrival on this machine                                    |
 * | `id`       | UUIDv7                                                                             |
 * | `device`   | UUID of the installation that wrote it                                             |
 * | `seq`      | 1, 2, 3 ... for each device                                                        |
 * | `clock`    | hybrid logical clock: milliseconds since 1970 UTC * 65536 + counter, 64 bits       |
 * | `stream`   | `<record>-<UUID>`                                                                  |
 * | `version`  | 1, 2, 3 ... for each stream, in order of arrival on this machine                   |
 * | `type`     | `<record>.<past tense>`                                                            |
 * | `schema`   | version of the type's shape, from 1                                                |
 * | `command`  | UUID of the command that made it                                                   |
 * | `cause`    | `id` of the event that made the program act, or null                               |
 * | `actor`    | UUID of the member who did it                                                      |
 * | `data`     | JSON object, UTF-8; nothing personal                                               |
 * | `subject`  | UUID of the person it is about, or null                                            |
 * | `key`      | UUID of the key of `sealed`, or null                                               |
 * | `sealed`   | nonce and secretbox of the personal part, or null                                  |
 * | `hash`     | 32 bytes, see below                                                                |
 * Text is UTF-8; UUIDs are in lower case; every text of `event` consists of the characters `!` to `~`.
 *
 * ## Hash
 * SHA-256 of these 16 lines, joined by line feeds, none after the last: `daybook-event-1`, the previous
 * hash in hex, `id`, `device`, `seq`, `clock`, `stream`, `type`, `schema`, `command`, `cause`, `actor`,
 * `subject`, `key`, SHA-256 of `data` in hex, SHA-256 of `sealed` in hex. Numbers are decimal, hex is in
 * lower case, null is `-`. The previous hash is that of the same device's event `seq - 1`; before the
 * first event of a device it is SHA-256 of the UTF-8 lines `daybook-genesis-1`, the daybook's `id`,
 * `name`, `currency`, `created_at`, and `device`. Hashes cover stored bytes, never re-encoded ones, and
 * `sealed` as ciphertext: the chain holds after keys are destroyed.
 *
 * ## Rules
 * 1. Rows are only ever added. Triggers abort UPDATE, DELETE, and an INSERT at any other place than the next.
 * 2. `position` is dense from 1.
 * 3. `seq` is dense from 1 for each device, and rises with `position`; so does `clock`.
 * 4. `version` is dense from 1 for each stream, and rises with `position`.
 * 5. `id` is unique.
 * 6. `hash` is right.
 * 7. `data` is a JSON object.
 * 8. `key` and `sealed` are both null or neither is; with them there is a `subject`.
 * 9. Tables, indexes and triggers are exactly those below.
 * 10. No device of `heads` is ahead of the log or has another hash at its place there; see heads.ts.
 *
 * ## Readers
 * must refuse a file with another `application_id` or a newer format; must keep and count events of
 * unknown types and newer schemas, and must not guess them; order the events of a stream by
 * (`clock`, `device`, `seq`), which is the same on every device, not by `version`, which is not.
 *
 * ## Why the insert trigger is as it is
 * A BEFORE trigger sees -1 for a position that is left to SQLite, which then takes the next one; an
 * explicit -1 fails the CHECK. With ROLLBACK instead of ABORT, in the trigger and in our INSERT, SQLite
 * needs no copy of each page that a statement changes: bulk inserts are twice as fast.
 */
export const createEventLogSchema = `
CREATE TABLE daybook (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  id TEXT NOT NULL,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  schema INTEGER NOT NULL,
  command TEXT NOT NULL,
  cause TEXT,
  actor TEXT NOT NULL,
  data BLOB NOT NULL,
  subject TEXT,
  key TEXT,
  sealed BLOB,
  hash BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX event_by_id ON event (id);
CREATE UNIQUE INDEX event_by_device ON event (device, seq);
CREATE UNIQUE INDEX event_by_stream ON event (stream, version);
CREATE INDEX event_by_command ON event (command);
CREATE INDEX event_by_subject ON event (subject) WHERE subject IS NOT NULL;

CREATE TRIGGER daybook_insert BEFORE INSERT ON daybook
WHEN EXISTS (SELECT 1 FROM daybook)
BEGIN SELECT RAISE(ABORT, 'daybook: only one row'); END;

CREATE TRIGGER daybook_update BEFORE UPDATE ON daybook
BEGIN SELECT RAISE(ABORT, 'daybook: never changed'); END;

CREATE TRIGGER daybook_delete BEFORE DELETE ON daybook
BEGIN SELECT RAISE(ABORT, 'daybook: never deleted'); END;

CREATE TRIGGER event_insert BEFORE INSERT ON event
WHEN (new.position <> -1 AND new.position IS NOT (SELECT ifnull(max(position), 0) + 1 FROM event))
  OR new.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM event WHERE device = new.device)
  OR new.version IS NOT (SELECT ifnull(max(version), 0) + 1 FROM event WHERE stream = new.stream)
  OR EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN SELECT RAISE(ROLLBACK, 'event: not the next one'); END;

CREATE TRIGGER event_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event: never changed'); END;

CREATE TRIGGER event_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event: never deleted'); END`;
