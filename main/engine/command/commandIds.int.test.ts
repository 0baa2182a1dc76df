import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, usd } from '../daybookUnderTest.ts';

const ann = idOf(1);
const bea = idOf(2);
const account = idOf(3);
const id = idOf(1, 0xc);

const withAccount = async () => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  await open.run('person/register', { personId: ann, details: { name: 'Ann' } });
  await open.run('person/register', { personId: bea, details: { name: 'Bea' } });
  await open.run('credit-account/open', { accountId: account, personId: ann, limit: usd(5000) });
  return { daybook, open };
};

const charge = { accountId: account, amount: usd(700), occurredOn: '2026-11-23' };
const chargeCommand = { id, command: 'credit-account/charge', input: charge };

describe('a command id that was used', () => {
  test('gets the first receipt in the same group', async () => {
    const { open } = await withAccount();
    const [first, second] = await open.engine.executeAll([chargeCommand, chargeCommand]);
    expect(first).toMatchObject({ ok: true, id, position: 4 });
    expect(second).toEqual(first);
    expect(open.parts.reader.position()).toBe(4);
  });

  test('gets the first receipt in a later group, though the command would be refused by now', async () => {
    const { open } = await withAccount();
    const first = await open.engine.execute(chargeCommand);
    await open.run('credit-account/close', { accountId: account });
    expect(await open.engine.execute(chargeCommand)).toEqual(first);
    expect(await open.refusal('credit-account/charge', charge)).toEqual({
      type: 'AccountNotOpen',
      status: 'closed',
    });
  });

  test('gets the first receipt after the daybook was opened again, with and without its rows', async () => {
    const { daybook, open } = await withAccount();
    const first = await open.engine.execute(chargeCommand);
    await open.close();
    const again = await daybook.open();
    expect(await again.engine.execute(chargeCommand)).toEqual(first);
    await again.close();
    rmSync(daybook.file('state.db'));
    const remade = await daybook.open();
    expect(await remade.engine.execute(chargeCommand)).toEqual(first);
    expect(remade.parts.reader.position()).toBe(4);
  });

  test('gets the first receipt when the first one chose the id of the record', async () => {
    const { open } = await withAccount();
    const register = { id, command: 'person/register', input: { details: { name: 'Cem' } } };
    const first = await open.engine.execute(register);
    expect(first).toMatchObject({ ok: true, result: { personId: expect.any(String) as string } });
    expect(await open.engine.execute(register)).toEqual(first);
  });

  test('in capitals is the same id', async () => {
    const { open } = await withAccount();
    const first = await open.engine.execute(chargeCommand);
    expect(await open.engine.execute({ ...chargeCommand, id: id.toUpperCase() })).toEqual(first);
  });

  test('is refused for another command of the same record', async () => {
    const { open } = await withAccount();
    await open.engine.execute(chargeCommand);
    expect(await open.refusal('credit-account/pay', charge, id)).toEqual({
      type: 'CommandIdTaken',
      id,
    });
  });

  test('is refused for another command of the same record in the same group', async () => {
    const { open } = await withAccount();
    const [, second] = await open.engine.executeAll([
      { id, command: 'person/archive', input: { personId: ann } },
      { id, command: 'person/restore', input: { personId: ann } },
    ]);
    expect(second).toEqual({ ok: false, id, error: { type: 'CommandIdTaken', id } });
  });

  test('is refused for another record', async () => {
    const { open } = await withAccount();
    await open.engine.execute(chargeCommand);
    expect(await open.refusal('person/archive', { personId: ann }, id)).toEqual({
      type: 'CommandIdTaken',
      id,
    });
  });

  test('is refused for the same command about somebody else', async () => {
    const { open } = await withAccount();
    await open.run('person/archive', { personId: ann }, id);
    expect(await open.refusal('person/archive', { personId: bea }, id)).toEqual({
      type: 'CommandIdTaken',
      id,
    });
  });

  test('is free again when its command was refused', async () => {
    const { open } = await withAccount();
    await open.refusal('credit-account/charge', { ...charge, amount: usd(5001) }, id);
    expect(await open.engine.execute(chargeCommand)).toMatchObject({ ok: true, position: 4 });
  });
});

test.each(['', 'not a uuid', '../../etc/passwd'])('%j is no command id', async (text) => {
  const { open } = await withAccount();
  const reply = await open.engine.execute({ ...chargeCommand, id: text });
  expect(reply).toEqual({ ok: false, id: text, error: { type: 'CommandIdInvalid' } });
});
