import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, usd } from '../daybookUnderTest.ts';
import { appendRaw } from '../rawEventsUnderTest.ts';

const ann = idOf(1);
const bea = idOf(2);
const account = idOf(3);
const id = idOf(1, 0xc);

const withAccount = async () => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  await open.run('person/register', { personId: ann, details: { name: 'Ann', reference: 'A-1' } });
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

describe('a command id whose events cannot be read', () => {
  const stream = `credit-account-${account}`;
  const beside = { stream, subject: ann, command: id };

  test.each([
    ['of a newer version', 'charged', 9],
    ['of an unknown type', 'insured', 1],
  ])('says so and not that it is taken: %s', async (_how, name, schema) => {
    const { daybook, open } = await withAccount();
    await open.close();
    const parts = await daybook.openParts();
    appendRaw(parts, { ...beside, type: `credit-account.${name}`, schema, data: {} });
    parts.close();
    const again = await daybook.open();
    const newer = { type: 'NeedsNewerDaybook', position: 4 };
    expect(await again.refusal('credit-account/charge', charge, id)).toEqual(newer);
    // The trial of a file says of a row what the real run would.
    const map = {
      person: '{P}',
      kind: 'charge',
      amount: '1',
      occurredOn: '2026-11-23',
    };
    writeFileSync(daybook.file('entries.csv'), 'P\nA-1\n');
    const file = daybook.file('entries.csv');
    const refused = [{ line: 2, error: newer }];
    for (const dryRun of [true, false])
      expect(
        await again.engine.runJob('a', { kind: 'import', import: 'entries', file, map, dryRun }),
      ).toMatchObject({ ok: true, value: { added: 0, refused } });
    expect(again.defects).toEqual([]);
  });

  test('says that they are damaged', async () => {
    const { daybook, open } = await withAccount();
    await open.close();
    const parts = await daybook.openParts();
    const other = idOf(4);
    const data = { personId: ann, limit: 'a lot' };
    const type = 'credit-account.opened';
    const damaged = { stream: `credit-account-${other}`, type, schema: 1, data };
    appendRaw(parts, { ...damaged, command: id });
    parts.close();
    const again = await daybook.open();
    const input = { accountId: other, personId: ann, limit: usd(1) };
    expect(await again.refusal('credit-account/open', input, id)).toEqual({
      type: 'EventUnreadable',
      position: 4,
    });
  });

  test('is taken all the same where they are of another record', async () => {
    const { daybook, open } = await withAccount();
    await open.close();
    const parts = await daybook.openParts();
    const visit = { stream: `visit-${ann}`, type: 'visit.noted', schema: 1, data: {} };
    appendRaw(parts, { ...visit, command: id });
    parts.close();
    const again = await daybook.open();
    const taken = { type: 'CommandIdTaken', id };
    expect(await again.refusal('credit-account/charge', charge, id)).toEqual(taken);
  });
});

test.each(['', 'not a uuid', '../../etc/passwd'])('%j is no command id', async (text) => {
  const { open } = await withAccount();
  const reply = await open.engine.execute({ ...chargeCommand, id: text });
  expect(reply).toEqual({ ok: false, id: text, error: { type: 'CommandIdInvalid' } });
});
