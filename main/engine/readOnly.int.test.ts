import { copyFileSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/kernel/record.ts';
import { creditAccount } from '../../shared/records/credit-account/record.ts';
import { idOf, usd, type DaybookUnderTest, type OpenDaybook } from './daybookUnderTest.ts';
import { charge, recordsWith, rowsOf, withBeginning } from './historiesUnderTest.ts';
import { openUnguarded } from './sqlite/openUnguarded.ts';

const putBack = (from: DaybookUnderTest, to: DaybookUnderTest): void => {
  for (const name of ['log.db', 'heads']) copyFileSync(from.file(name), to.file(name));
};

/** A daybook whose log and heads were put back from an older copy, and a copy of it before that. */
const withOlderLog = async (): Promise<{
  readonly daybook: DaybookUnderTest;
  readonly whole: DaybookUnderTest;
}> => {
  const { daybook, open } = await withBeginning();
  await open.close();
  const older = daybook.copy();
  const later = await daybook.open();
  await later.engine.execute(charge(5));
  await later.close();
  const whole = daybook.copy();
  putBack(older, daybook);
  return { daybook, whole };
};

const findingsOf = async (open: OpenDaybook): Promise<readonly string[]> =>
  (await open.status()).findings.map(({ type }) => type);

const account: AnyRecord = creditAccount;
const twice = { twice: '2 * 21' };

describe('rows that know more than the log go on saying so', () => {
  const ways = [
    ['is only opened', {}],
    [
      'meets a projection of another version',
      { projection: { ...account.projection, version: account.projection.version + 1 } },
    ],
    [
      'meets tables of another shape',
      {
        projection: {
          ...account.projection,
          tables: account.projection.tables.map((table) => ({
            ...table,
            computed: { ...table.computed, ...twice },
          })),
        },
      },
    ],
  ] as const;

  test.each(ways)('when the daybook %s', async (_what, change) => {
    const { daybook } = await withOlderLog();
    const before = readFileSync(daybook.file('state.db'));
    const open = await daybook.open({ records: recordsWith('credit-account', () => change) });
    expect(await findingsOf(open)).toEqual(['LogBehindRows']);
    await open.close();
    const again = await daybook.open();
    expect(await findingsOf(again)).toEqual(['LogBehindRows']);
    expect(await again.engine.execute(charge(6))).toMatchObject({ error: { type: 'ReadOnly' } });
    await again.close();
    expect(readFileSync(daybook.file('state.db')).equals(before)).toBe(true);
  });

  test('when a rebuild is asked for, which is refused', async () => {
    const { daybook } = await withOlderLog();
    const open = await daybook.open();
    expect(await open.engine.runJob('a', { kind: 'rebuild' })).toMatchObject({
      ok: false,
      error: { type: 'ReadOnly', findings: [{ type: 'LogBehindRows' }] },
    });
    await open.close();
    expect(await findingsOf(await daybook.open())).toEqual(['LogBehindRows']);
  });

  test('and what is shown is what the log says', async () => {
    const { daybook, whole } = await withOlderLog();
    const open = await daybook.open();
    expect((await open.rows('overview/totals', {}))[0]?.owed).toEqual(usd(30));
    expect((await open.rows('person/list', {})).map(({ name }) => name)).toContain('Person 1');
    await open.close();
    putBack(whole, daybook);
    const mended = await daybook.open();
    expect(await findingsOf(mended)).toEqual([]);
    expect((await mended.rows('overview/totals', {}))[0]?.owed).toEqual(usd(35));
  });
});

describe('the end of a log that nobody here has written', () => {
  /** A charge that no device of the daybook has made. */
  const forge = (daybook: DaybookUnderTest): void => {
    const log = openUnguarded(daybook.file('log.db'));
    log.execute(
      `INSERT INTO event (position, seq, stream, version, id, device, clock, type, schema, command, actor, data, subject, hash)
       SELECT position + 1, seq + 1, stream, version + 1, '${idOf(77)}', device, clock + 65536, type, schema, command, actor,
              data, subject, zeroblob(32)
       FROM event WHERE type = 'credit-account.charged' ORDER BY position DESC LIMIT 1`,
    );
    log.close();
  };

  test('leaves nothing behind when the right log is put back', async () => {
    const { daybook, open } = await withBeginning();
    const rows = rowsOf(open.parts);
    await open.close();
    const good = daybook.copy();
    const before = readFileSync(daybook.file('state.db'));
    forge(daybook);
    const damaged = await daybook.open();
    expect(await findingsOf(damaged)).not.toEqual([]);
    expect((await damaged.rows('overview/totals', {}))[0]?.owed).toEqual(usd(40));
    await damaged.close();
    expect(readFileSync(daybook.file('state.db')).equals(before)).toBe(true);
    putBack(good, daybook);
    const mended = await daybook.open();
    expect(await mended.status()).toMatchObject({ findings: [], notes: [] });
    expect(rowsOf(mended.parts)).toBe(rows);
    expect(await mended.engine.execute(charge(1))).toMatchObject({ ok: true });
  });

  test('is told to no consumer, and the event that belongs there is', async () => {
    const told: string[] = [];
    const consumers = [
      {
        name: 'outlet',
        wants: () => true,
        handle: ({ stored }: { readonly stored: { readonly id: string } }) =>
          void told.push(stored.id),
      },
    ];
    const { daybook, open } = await withBeginning({ consumers });
    await open.close();
    const good = daybook.copy();
    const before = told.length;
    forge(daybook);
    const damaged = await daybook.open({ consumers });
    await damaged.close();
    expect(told).toHaveLength(before);
    putBack(good, daybook);
    const mended = await daybook.open({ consumers });
    await mended.engine.execute(charge(1));
    await mended.status();
    expect(told.at(-1)).toBe(mended.parts.reader.readAfter(before, 1)[0]?.id);
    expect(told).toHaveLength(before + 1);
  });
});
