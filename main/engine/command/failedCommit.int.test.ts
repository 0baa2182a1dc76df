import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, usd } from '../daybookUnderTest.ts';
import { CommitOutcomeUnknown } from '../eventlog/log-errors.ts';
import { StorageFull } from '../sqlite/storage-errors.ts';
import {
  account,
  beforeAppend,
  beginnings,
  charge,
  errors,
  withCounter,
} from './groupsUnderTest.ts';

describe('a commit that fails', () => {
  test('refuses the whole group and leaves nothing behind, and the next one goes through', async () => {
    const daybook = await createDaybookUnderTest();
    let full = false;
    const open = await daybook.open({
      parts: beforeAppend(() => {
        if (full) throw new StorageFull('SQLITE_FULL', 'no room', null);
      }),
    });
    await open.engine.executeAll(beginnings);
    full = true;
    const refused = await open.engine.executeAll([charge(600), charge(400)]);
    expect(errors(refused)).toEqual(['StorageFull', 'StorageFull']);
    full = false;
    // The room for credit that the two would have taken is there again.
    expect(errors(await open.engine.executeAll([charge(1000)]))).toEqual([null]);
    expect(open.parts.reader.position()).toBe(3);
  });

  test('on a stream that has moved says where it is, and the next command finds it there', async () => {
    const daybook = await createDaybookUnderTest();
    let interfere = false;
    const open = await daybook.open({
      parts: (parts) =>
        beforeAppend((appends) => {
          if (!interfere) return;
          interfere = false;
          // What an exchange with another device may do between a decision and its commit.
          parts.log?.append(
            appends.map((append) => ({
              ...append,
              events: append.events.map((event) => ({
                ...event,
                id: idOf(77) as typeof event.id,
                command: idOf(78) as typeof event.command,
              })),
            })),
          );
        })(parts),
    });
    await open.engine.executeAll(beginnings);
    interfere = true;
    const [reply] = await open.engine.executeAll([charge(600)]);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        type: 'PreconditionFailed',
        expected: { type: 'streamIsAt', version: 1 },
        found: 2,
      },
    });
    expect(errors(await open.engine.executeAll([charge(600)]))).toEqual(['CreditLimitExceeded']);
    expect(errors(await open.engine.executeAll([charge(400)]))).toEqual([null]);
    // The rows have taken in what came from elsewhere.
    expect(await open.rows('credit-account/statement', { accountId: account })).toMatchObject([
      { amount: usd(600) },
      { amount: usd(400), balance: usd(1000) },
    ]);
  });

  test.each(['has reached the disk', 'has not'])(
    'so that nobody knows whether it %s is told as that, and looked up after the next start',
    async (outcome) => {
      const { daybook, open } = await withCounter();
      await open.engine.executeAll(beginnings);
      await open.close();
      const id = idOf(1, 0xc);
      const failing = await daybook.open({
        parts: (parts) => ({
          ...parts,
          log: parts.log && {
            ...parts.log,
            append: (appends) => {
              if (outcome === 'has reached the disk') parts.log?.append(appends);
              throw new CommitOutcomeUnknown([], new StorageFull('SQLITE_IOERR', 'gone', null));
            },
          },
        }),
      });
      expect(errors([await failing.engine.execute({ ...charge(600), id })])).toEqual([
        'CommitOutcomeUnknown',
      ]);
      // Nothing is written on top of what nobody knows; what is known can be read.
      expect(errors([await failing.engine.execute(charge(1))])).toEqual(['ReadOnly']);
      expect((await failing.status()).findings).toMatchObject([{ type: 'OutcomeUnknown' }]);
      expect(await failing.rows('overview/totals', {})).toMatchObject([{ people: 1 }]);
      await failing.close();
      const again = await daybook.open();
      expect(await again.engine.execute({ ...charge(600), id })).toMatchObject({ position: 3 });
      expect(await again.engine.execute({ ...charge(600), id })).toMatchObject({ position: 3 });
      expect(again.parts.reader.position()).toBe(3);
    },
  );
});
