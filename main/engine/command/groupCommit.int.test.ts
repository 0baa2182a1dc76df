import { describe, expect, test } from 'vitest';
import { idOf, usd } from '../daybookUnderTest.ts';
import {
  account,
  ann,
  beginnings,
  charge,
  errors,
  register,
  withCounter,
} from './groupsUnderTest.ts';

describe('commands that wait together', () => {
  test('share one commit', async () => {
    const { open, commits } = await withCounter();
    const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
    const replies = await Promise.all(
      numbers.map((number) => open.engine.execute(register(number))),
    );
    expect(commits).toEqual([100]);
    expect(replies.map((reply) => reply.ok && reply.position)).toEqual(numbers);
  });

  test('are cut into groups of a thousand', async () => {
    const { open, commits } = await withCounter();
    const all = Array.from({ length: 2500 }, (_, index) => register(index + 1));
    const replies = await open.engine.executeAll(all);
    expect(commits).toEqual([1000, 1000, 500]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
  });

  test('are cut into groups that take eight milliseconds', async () => {
    const { daybook, open, commits } = await withCounter();
    daybook.world.eachLookTakes(1);
    await open.engine.executeAll(Array.from({ length: 24 }, (_, index) => register(index + 1)));
    expect(commits.length).toBeGreaterThan(2);
    expect(commits.reduce((sum, count) => sum + count)).toBe(24);
  });

  test('are each decided on what those before have done', async () => {
    const { open, commits } = await withCounter();
    const replies = await open.engine.executeAll([
      ...beginnings,
      charge(600),
      charge(600),
      charge(400),
      charge(1),
    ]);
    expect(errors(replies)).toEqual([
      null,
      null,
      null,
      'CreditLimitExceeded',
      null,
      'CreditLimitExceeded',
    ]);
    expect(commits).toEqual([4]);
    expect(replies[3]).toMatchObject({ error: { available: usd(400), requested: usd(600) } });
  });

  test('stand in the log as if each had been alone', async () => {
    const { open } = await withCounter();
    await open.engine.executeAll([...beginnings, charge(1), charge(2), charge(3)]);
    const stored = open.parts.reader.readAfter(0, 10);
    expect(
      stored.map(({ position, seq, stream, version }) => [position, seq, stream, version]),
    ).toEqual([
      [1, 1, `person-${ann}`, 1],
      [2, 2, `credit-account-${account}`, 1],
      [3, 3, `credit-account-${account}`, 2],
      [4, 4, `credit-account-${account}`, 3],
      [5, 5, `credit-account-${account}`, 4],
    ]);
    const { job } = open;
    expect(await job('verify')).toMatchObject({ sound: true, events: 5 });
  });
});

describe('an erasure', () => {
  const erase = {
    command: 'person/erase',
    input: { personId: ann, ground: 'request', confirm: ann },
  };

  test('sees what waited before it', async () => {
    const { open, commits } = await withCounter();
    const replies = await open.engine.executeAll([
      register(1),
      {
        command: 'person/correct-details',
        input: { personId: ann, changes: { reference: 'A-1' } },
      },
      { ...erase, input: { ...erase.input, confirm: 'A-1' } },
    ]);
    expect(errors(replies)).toEqual([null, null, null]);
    expect(commits).toEqual([2, 1]);
  });

  test('is done before the next command is decided', async () => {
    const { open, commits } = await withCounter();
    const replies = await open.engine.executeAll([
      ...beginnings,
      erase,
      charge(1, { memo: 'Flour' }),
      charge(1),
      { command: 'credit-account/open', input: { personId: ann, limit: usd(1) } },
      register(7),
    ]);
    expect(errors(replies)).toEqual([null, null, null, 'PersonErased', null, 'PersonErased', null]);
    expect(commits).toEqual([2, 1, 2]);
  });
});

describe('a command that was refused', () => {
  test('leaves neither event nor key nor row', async () => {
    const { open, commits } = await withCounter();
    await open.engine.executeAll(beginnings);
    const before = {
      status: await open.status(),
      rows: open.parts.state.read('SELECT * FROM credit_account').all(),
    };
    expect(
      errors(
        await open.engine.executeAll([
          charge(1001, { memo: 'Too much' }),
          charge(0),
          { command: 'credit-account/charge', input: {} },
          { command: 'credit-account/nothing', input: {} },
          { command: 'toString', input: {} },
          { command: 'person/archive', input: { personId: idOf(99) } },
        ]),
      ),
    ).toEqual([
      'CreditLimitExceeded',
      'InputInvalid',
      'InputInvalid',
      'CommandUnknown',
      'CommandUnknown',
      'PersonNotFound',
    ]);
    expect(commits).toHaveLength(1);
    expect(open.parts.reader.position()).toBe(2);
    expect(open.parts.state.read('SELECT * FROM credit_account').all()).toEqual(before.rows);
    expect(await open.status()).toEqual(before.status);
    expect(open.defects).toEqual([]);
  });

  test('does not keep those beside it from being written', async () => {
    const { open } = await withCounter();
    const replies = await open.engine.executeAll([
      ...beginnings,
      charge(2000),
      { command: 'credit-account/charge', input: {} },
      charge(3),
    ]);
    expect(errors(replies)).toEqual([null, null, 'CreditLimitExceeded', 'InputInvalid', null]);
  });
});

test('a daybook that is closed takes no more commands', async () => {
  const { open } = await withCounter();
  const waiting = open.engine.executeAll(beginnings);
  await open.close();
  expect(errors(await waiting)).toEqual([null, null]);
  expect(errors([await open.engine.execute({ ...register(5), id: idOf(5, 0xc) })])).toEqual([
    'Closed',
  ]);
  expect(await open.engine.ask('person/list', {})).toEqual({
    ok: false,
    error: { type: 'Closed' },
  });
  await open.close();
  expect(open.defects).toEqual([]);
});
