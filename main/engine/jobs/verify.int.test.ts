import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/protocol/finding.ts';
import { idOf, usd, type DaybookUnderTest } from '../daybookUnderTest.ts';
import { tamperWith } from '../sqlite/tamperUnderTest.ts';
import { charge, whileItRuns, withBeginning } from '../historiesUnderTest.ts';
import type { UnguardedDatabase } from '../sqlite/openUnguarded.ts';

let sound: DaybookUnderTest;
beforeAll(async () => {
  const { daybook, open } = await withBeginning();
  await open.run('person/erase', { personId: idOf(3), ground: 'request', confirm: idOf(3) });
  await open.close();
  sound = daybook;
});

/** What verify says of a daybook after somebody has been at its files. */
const findingsAfter = async (
  file: string,
  fault: (database: UnguardedDatabase) => void,
): Promise<readonly Finding[]> => {
  const daybook = sound.copy();
  tamperWith(daybook.file(file), fault);
  const open = await daybook.open();
  const report = await open.job('verify');
  expect(report.sound).toBe(report.findings.length === 0);
  expect((await open.status()).lastVerified).toEqual({
    at: daybook.world.nowMs(),
    sound: report.sound,
  });
  await open.close();
  return report.findings;
};

const types = (findings: readonly Finding[]) => [...new Set(findings.map(({ type }) => type))];

const addEntry = (accountId: string): string =>
  `INSERT INTO credit_account_entry VALUES
    ('${accountId}', '${idOf(1, 0xe)}', 99, 'charge', 1, 1, '2026-11-23', 0, 0, NULL)`;

describe('verify', () => {
  test('finds nothing in a sound daybook, and says when it looked', async () => {
    expect(await findingsAfter('log.db', () => undefined)).toEqual([]);
  });

  const rowFaults: readonly (readonly [string, string])[] = [
    ['a row was changed', 'UPDATE credit_account SET balance_minor = balance_minor - 1'],
    ['one value of one row was changed', `UPDATE person SET archived = 1 WHERE erased = 0`],
    ['a row was added to a stream', addEntry(idOf(1, 0xa))],
    ['rows were added for a stream that is not there', addEntry(idOf(77, 0xa))],
    ['a row was deleted', `DELETE FROM credit_account_entry WHERE account_id = '${idOf(1, 0xa)}'`],
    ['all rows were deleted', 'DELETE FROM person'],
  ];

  test.each(rowFaults)('finds that %s', async (_fault, statement) => {
    const findings = await findingsAfter('state.db', (database) => database.execute(statement));
    expect(types(findings)).toEqual(['RowsDiffer']);
    expect(JSON.stringify(findings)).not.toContain('Person 1');
  });

  test('finds sealed parts that were moved between events', async () => {
    const findings = await findingsAfter('log.db', (database) => {
      database.execute(`
        CREATE TEMP TABLE swap AS SELECT position, sealed FROM event WHERE position IN (1, 4);
        UPDATE event SET sealed = (SELECT sealed FROM swap WHERE position = 5 - event.position)
        WHERE position IN (1, 4)`);
    });
    // The chain covers what is sealed, too.
    expect(types(findings)).toEqual(expect.arrayContaining(['ChainBroken', 'SealedPartDamaged']));
    const damaged = findings.filter(({ type }) => type === 'SealedPartDamaged');
    expect(damaged.map(({ position }) => position)).toEqual([1, 4]);
  });

  test('finds a key that is gone without a tombstone', async () => {
    const findings = await findingsAfter('keys.db', (database) => {
      database.write(`DELETE FROM person_key WHERE person = ? AND class = 'profile'`).run(idOf(1));
    });
    expect(findings).toMatchObject([{ type: 'KeyMissing', position: 1 }]);
  });

  test('finds a key that stands beside its tombstone', async () => {
    const findings = await findingsAfter('keys.db', (database) => {
      database
        .write(`INSERT INTO tombstone VALUES (?, 'profile', ?, 1)`)
        .run(idOf(1), idOf(1, 0xe));
    });
    expect(types(findings)).toContain('TombstoneWithKey');
  });

  test('finds an event whose JSON is none', async () => {
    const findings = await findingsAfter('log.db', (database) => {
      database.write('UPDATE event SET data = ? WHERE position = 3').run(Buffer.from('{"amount":'));
    });
    expect(types(findings)).toContain('ChainBroken');
    expect(findings.find(({ type }) => type === 'EventInvalid')).toMatchObject({ position: 3 });
  });

  test('finds an event whose data does not fit its schema', async () => {
    const findings = await findingsAfter('log.db', (database) => {
      database
        .write('UPDATE event SET data = ? WHERE position = 3')
        .run(Buffer.from('{"amount":{"currency":"USD","minor":-1},"occurredOn":"2026-02-30"}'));
    });
    expect(types(findings)).toContain('EventInvalid');
  });

  test('that is cancelled has not verified anything, and can be run again', async () => {
    const daybook = sound.copy();
    const open = await daybook.open();
    daybook.world.eachLookTakes(5);
    const job = open.engine.runJob('a', { kind: 'verify' });
    await new Promise(setImmediate);
    await open.engine.cancelJob('a');
    expect(await job).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect((await open.status()).lastVerified).toBeNull();
    expect(await open.job('verify')).toMatchObject({ sound: true });
    expect((await open.status()).lastVerified).toMatchObject({ sound: true });
  });

  test('finds nothing wrong while commands go on', async () => {
    const daybook = sound.copy();
    const open = await daybook.open();
    const accountId = idOf(1, 0xa);
    await open.run('credit-account/change-limit', { accountId, limit: usd(1_000_000) });
    await open.engine.executeAll(Array.from({ length: 3000 }, () => charge(1)));
    daybook.world.eachLookTakes(5);
    const job = open.engine.runJob('beside', { kind: 'verify' });
    let number = 200;
    const times = await whileItRuns(job, async () => {
      number -= 1;
      await open.engine.executeAll([
        charge(1),
        // Streams that come before those that have been looked at already.
        { command: 'person/register', input: { personId: idOf(number), details: { name: 'N' } } },
        {
          command: 'credit-account/open',
          input: { accountId: idOf(number, 9), personId: idOf(number), limit: usd(1) },
        },
      ]);
    });
    expect(times).toBeGreaterThan(5);
    expect(await job).toMatchObject({ ok: true, value: { sound: true, findings: [] } });
  });
});
