import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DaybookUnderTest, OpenDaybook } from './daybookUnderTest.ts';
import { ann, bea, erase, everythingShown, filled, opened } from './peopleUnderTest.ts';
import { openUnguarded } from './sqlite/openUnguarded.ts';
import { StorageDamaged } from './sqlite/storage-errors.ts';

/** Erases somebody, and gives a copy of the daybook as it was before. */
const eraseBesideCopy = async (
  daybook: DaybookUnderTest,
  open: OpenDaybook,
): Promise<DaybookUnderTest> => {
  await open.close();
  const copy = daybook.copy();
  const erasing = await daybook.open();
  await erasing.run('person/erase', erase);
  await erasing.close();
  return copy;
};

const putKeysBack = (daybook: DaybookUnderTest, copy: DaybookUnderTest): void =>
  copyFileSync(copy.file('keys.db'), daybook.file('keys.db'));

describe('an old copy of keys.db that is put back', () => {
  test('is erased again at the next start', async () => {
    const { daybook, open } = await filled();
    putKeysBack(daybook, await eraseBesideCopy(daybook, open));
    const again = await daybook.open();
    expect(again.parts.keys.tombstones()).toHaveLength(2);
    expect(opened(await everythingShown(again))).toEqual([]);
    expect(await again.job('verify')).toMatchObject({ sound: true });
  });

  test('is erased again when it knows of one erasure and not of the other', async () => {
    const { daybook, open } = await filled();
    await open.run('person/erase', { personId: bea, ground: 'request', confirm: bea });
    putKeysBack(daybook, await eraseBesideCopy(daybook, open));
    const again = await daybook.open();
    expect(again.parts.keys.tombstones()).toHaveLength(4);
    expect(opened(await everythingShown(again))).toEqual([]);
  });

  test('negative control: the copy opens what was sealed', async () => {
    const { daybook, open } = await filled();
    const copy = await eraseBesideCopy(daybook, open);
    expect(opened(await everythingShown(await copy.open()))).not.toEqual([]);
  });

  test('is erased again whatever state.db says of that', async () => {
    const { daybook, open } = await filled();
    await open.run('person/erase', { personId: bea, ground: 'request', confirm: bea });
    const copy = await eraseBesideCopy(daybook, open);
    putKeysBack(daybook, copy);
    // Whoever may write the folder says that with these keys everything is done.
    const state = openUnguarded(daybook.file('state.db'));
    state.execute(
      `UPDATE consumer SET position = 9 WHERE name = 'erasures';
       UPDATE consumer SET position = 2 WHERE name = 'erasures/tombstones'`,
    );
    state.close();
    const theirs = openUnguarded(copy.file('state.db'));
    const [old] = theirs
      .read<{ n: number }>(`SELECT position AS n FROM consumer WHERE name = 'erasures/tombstones'`)
      .all();
    theirs.close();
    const again = await daybook.copy().open();
    expect(again.parts.keys.tombstones()).toHaveLength(4);
    expect(opened(await everythingShown(again))).toEqual([]);
    // Neither does it help to take what was true of them before.
    const forged = openUnguarded(daybook.file('state.db'));
    forged
      .write(`UPDATE consumer SET position = ? WHERE name = 'erasures/tombstones'`)
      .run(old?.n ?? 0);
    forged.close();
    expect((await daybook.open()).parts.keys.tombstones()).toHaveLength(4);
  });
});

describe('a daybook that may only be read', () => {
  const notCarriedOut = { type: 'ErasureNotCarriedOut', position: 8 };

  /** The log knows of an erasure and the keys do not; and its heads are missing. */
  const withKeysPutBack = async (): Promise<DaybookUnderTest> => {
    const { daybook, open } = await filled();
    putKeysBack(daybook, await eraseBesideCopy(daybook, open));
    rmSync(daybook.file('heads'));
    return daybook;
  };

  test('shows nobody whose erasure is in the log, though the key is still there', async () => {
    const daybook = await withKeysPutBack();
    const before = readFileSync(daybook.file('keys.db'));
    const open = await daybook.open();
    expect((await open.status()).findings).toMatchObject([{ type: 'HeadsMissing' }]);
    expect(opened(await everythingShown(open))).toEqual([]);
    expect(await open.rows('person/history', { personId: ann })).toContainEqual(
      expect.objectContaining({ erased: true }),
    );
    // Others are shown, and verify tells of the key.
    expect(await open.rows('person/list', { search: 'ohnesorg' })).toHaveLength(1);
    expect((await open.job('verify')).findings).toContainEqual(
      expect.objectContaining(notCarriedOut),
    );
    await open.close();
    expect(readFileSync(daybook.file('keys.db')).equals(before)).toBe(true);
  });

  test('shows nobody of whom it cannot tell whether they were erased', async () => {
    const daybook = await withKeysPutBack();
    const unreadable = new StorageDamaged('SQLITE_CORRUPT', 'planted', null);
    const open = await daybook.open({
      parts: (parts) => ({
        ...parts,
        reader: {
          ...parts.reader,
          readAbout: (person, before, limit) => {
            if (person === ann && limit > 1000) throw unreadable;
            return parts.reader.readAbout(person, before, limit);
          },
        },
      }),
    });
    expect(await open.engine.ask('person/history', { personId: ann })).toMatchObject({
      ok: false,
      error: { type: 'PersonalPartUnreadable' },
    });
    expect(await open.rows('person/list', { search: 'annegret' })).toEqual([]);
    expect(await open.rows('person/list', { search: 'ohnesorg' })).toHaveLength(1);
  });
});
