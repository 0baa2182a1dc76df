import { copyFileSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, usd, type DaybookUnderTest } from './daybookUnderTest.ts';
import { tamperWith } from './sqlite/tamperUnderTest.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { openUnguarded } from './sqlite/openUnguarded.ts';
import { StorageFailed } from './sqlite/storage-errors.ts';

const ann = idOf(1);
const account = idOf(1, 0xa);

const withAnn = async (): Promise<DaybookUnderTest> => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  await open.run('person/register', { personId: ann, details: { name: 'Ann Oakley' } });
  await open.run('credit-account/open', { accountId: account, personId: ann, limit: usd(5000) });
  await open.close();
  return daybook;
};

const charge = { accountId: account, amount: usd(500), occurredOn: '2026-11-23' };

/** Writes an erasure of Ann into the log that no device of the daybook has made. */
const forgeErasure = (daybook: DaybookUnderTest): void => {
  const log = openUnguarded(daybook.file('log.db'));
  log
    .write(
      `INSERT INTO event (position, seq, stream, version, id, device, clock, type, schema, command, actor, data, subject, hash)
       SELECT position + 1, seq + 1, ?, (SELECT max(version) + 1 FROM event WHERE stream = ?), ?, device, clock + 65536, 'person.erased', 1, ?, actor, ?, ?, zeroblob(32)
       FROM event ORDER BY position DESC LIMIT 1`,
    )
    .run(
      `person-${ann}`,
      `person-${ann}`,
      idOf(77),
      idOf(78),
      Buffer.from('{"ground":"request","classes":["profile","statutory"]}'),
      ann,
    );
  log.close();
};

describe('a daybook whose log is damaged', () => {
  test('ends no keys on the word of that log', async () => {
    const daybook = await withAnn();
    forgeErasure(daybook);
    const before = readFileSync(daybook.file('keys.db'));
    const open = await daybook.open();
    expect((await open.status()).findings.length).toBeGreaterThan(0);
    expect(open.parts.keys.tombstones()).toEqual([]);
    await open.close();
    expect(readFileSync(daybook.file('keys.db')).equals(before)).toBe(true);
  });

  test('answers an erasure that was finished before with its first receipt', async () => {
    const daybook = await withAnn();
    const id = idOf(1, 0xc);
    const erase = { personId: ann, ground: 'request', confirm: ann } as const;
    const sound = await daybook.open();
    const first = await sound.run('person/erase', erase, id);
    await sound.close();
    const unfinished = daybook.copy();
    forgeErasure(daybook);
    const damaged = await daybook.open();
    expect(await damaged.run('person/erase', erase, id)).toEqual(first);
    // Negative control: where a key is still there, it is not finished.
    tamperWith(unfinished.file('keys.db'), (keys) => keys.execute('DELETE FROM tombstone'));
    forgeErasure(unfinished);
    expect(await (await unfinished.open()).refusal('person/erase', erase, id)).toEqual({
      type: 'ErasureUnfinished',
      because: 'ReadOnly',
    });
  });
});

describe('an older log with its own older heads', () => {
  test('is noticed by the tombstones of erasures that it has lost, though the rows are older too', async () => {
    const daybook = await withAnn();
    const older = daybook.copy();
    const open = await daybook.open();
    await open.run('person/erase', { personId: ann, ground: 'request', confirm: ann });
    await open.close();
    for (const name of ['log.db', 'heads', 'state.db'])
      copyFileSync(older.file(name), daybook.file(name));
    const back = await daybook.open();
    expect((await back.status()).findings).toMatchObject([{ type: 'TombstoneWithoutEvent' }]);
    expect(
      await back.engine.execute({ command: 'credit-account/charge', input: charge }),
    ).toMatchObject({ error: { type: 'ReadOnly' } });
  });
});

/** Lets reads of rows fail as long as it is told so. */
const failingReads = (): {
  readonly fail: (fails: boolean) => void;
  readonly parts: (parts: OpenedParts) => OpenedParts;
} => {
  let fails = false;
  return {
    fail: (now) => {
      fails = now;
    },
    parts: (parts) => ({
      ...parts,
      state: {
        ...parts.state,
        read: (text) => {
          const statement = parts.state.read<never>(text);
          if (!text.includes('"credit_account"') && !text.includes('credit_account WHERE'))
            return statement;
          const guard = (): void => {
            if (fails) throw new StorageFailed('SQLITE_IOERR_READ', 'disk I/O error', null);
          };
          return {
            all: (...values) => (guard(), statement.all(...values)),
            get: (...values) => (guard(), statement.get(...values)),
          };
        },
      },
    }),
  };
};

describe('a disk that fails for a moment', () => {
  test('is not blamed on an event: the rows catch up', async () => {
    const daybook = await withAnn();
    const { fail, parts } = failingReads();
    const open = await daybook.open({ parts });
    fail(true);
    expect(
      await open.engine.execute({ command: 'credit-account/charge', input: charge }),
    ).toMatchObject({ ok: true });
    fail(false);
    await open.run('credit-account/charge', charge);
    await open.engine.whenIndexed();
    await expect
      .poll(async () => (await open.rows('overview/totals', {}))[0]?.owed)
      .toEqual(usd(1000));
    expect((await open.status()).poison).toEqual([]);
    expect((await open.job('verify')).findings).toEqual([]);
  });
});
