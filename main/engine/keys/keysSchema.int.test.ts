import { afterAll, describe, expect, test } from 'vitest';
import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { eventOf, personOf, uuidOf } from './idsUnderTest.ts';
import { hashSchema, keysSchemaHash } from './keysSchema.ts';
import { newKeyStore, sealedPart } from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

/** A closed file with a living key, an erased one, and a tombstone alone, in a stranger's hands. */
const strangersFile = async (): Promise<UnguardedDatabase> => {
  const { path, store } = await newKeyStore();
  sealedPart(store, personOf(1));
  sealedPart(store, personOf(2));
  store.destroy(personOf(2), ['profile'], eventOf(7));
  store.destroy(personOf(3), ['profile'], eventOf(7));
  store.close();
  return openUnguarded(path);
};

const insertKey = (verb: string, key: number, person: number, retention = 'profile'): string =>
  `${verb} INTO person_key (key_id, person, class, bucket, wrapped, created_at)
   VALUES ('${uuidOf(key)}', '${personOf(person)}', '${retention}', ${person}, zeroblob(136), 1)`;

const insertTombstone = (verb: string, person: number): string =>
  `${verb} INTO tombstone (person, class, event, destroyed_at)
   VALUES ('${personOf(person)}', 'profile', '${eventOf(8)}', 1)`;

const keyOfPerson = (person: number): string => `person = '${personOf(person)}'`;

test('the hashes are those of the text', async () => {
  const file = await strangersFile();
  expect(hashSchema(file, 'everything')).toBe(keysSchemaHash.everything);
  expect(hashSchema(file, 'tables')).toBe(keysSchemaHash.tables);
  file.execute('DROP TRIGGER bucket_delete');
  expect(hashSchema(file, 'everything')).not.toBe(keysSchemaHash.everything);
  expect(hashSchema(file, 'tables')).toBe(keysSchemaHash.tables);
  file.close();
});

describe('the file itself refuses', () => {
  test.each([
    ['a key for a person who was erased', insertKey('INSERT', 900, 2, 'statutory')],
    ['a key for a person with a tombstone alone', insertKey('INSERT', 900, 3)],
    ['a second key for a person and class', insertKey('INSERT', 900, 1)],
    ['a key in the place of another', insertKey('INSERT OR REPLACE', 900, 1)],
    ['to delete a key record', `DELETE FROM person_key WHERE ${keyOfPerson(1)}`],
    [
      'to bring a destroyed key back',
      `UPDATE person_key SET wrapped = zeroblob(136), destroyed_at = NULL WHERE ${keyOfPerson(2)}`,
    ],
    ['a key without a blob', `UPDATE person_key SET wrapped = NULL WHERE ${keyOfPerson(1)}`],
    ['a blob that is destroyed', `UPDATE person_key SET destroyed_at = 1 WHERE ${keyOfPerson(1)}`],
    ['a blob of another length', `UPDATE person_key SET wrapped = x'00' WHERE ${keyOfPerson(1)}`],
    ['another owner', `UPDATE person_key SET person = '${personOf(9)}' WHERE ${keyOfPerson(1)}`],
    ['another class', `UPDATE person_key SET class = 'statutory' WHERE ${keyOfPerson(1)}`],
    ['another bucket', `UPDATE person_key SET bucket = 9 WHERE ${keyOfPerson(1)}`],
    ['another key id', `UPDATE person_key SET key_id = 'x' WHERE ${keyOfPerson(1)}`],
    ['a class that it does not know', insertKey('INSERT', 900, 4, 'forever')],
    ['to delete a tombstone', 'DELETE FROM tombstone'],
    ['to change a tombstone', 'UPDATE tombstone SET destroyed_at = 1'],
    ['a second tombstone', insertTombstone('INSERT', 2)],
    ['a tombstone in the place of another', insertTombstone('INSERT OR REPLACE', 2)],
    ['to delete a bucket', 'DELETE FROM bucket'],
    ['a bucket too many', 'INSERT INTO bucket VALUES (256, zeroblob(136))'],
    ['to delete the vault', 'DELETE FROM vault'],
    [
      'a second vault',
      'INSERT INTO vault SELECT 2, daybook, kdf, n, r, p, salt, wrapped, checksum FROM vault',
    ],
    ['another device', "UPDATE installation SET device = 'x'"],
    ['to delete the installation', 'DELETE FROM installation'],
  ])('%s', async (_, sql) => {
    const file = await strangersFile();
    const everything = (): unknown[] =>
      ['vault', 'installation', 'bucket', 'person_key', 'tombstone'].map((table) =>
        file.read(`SELECT * FROM ${table}`).all(),
      );
    const before = everything();
    expect(() => {
      file.execute(sql);
    }).toThrow(Error);
    expect(everything()).toEqual(before);
    file.close();
  });

  test('planted fault: without the trigger the erased person has a key again', async () => {
    const file = await strangersFile();
    file.execute('DROP TRIGGER person_key_insert');
    file.execute(insertKey('INSERT', 900, 2, 'statutory'));
    expect(file.read(`SELECT 1 FROM person_key WHERE ${keyOfPerson(2)}`).all()).toHaveLength(2);
    file.close();
  });
});
