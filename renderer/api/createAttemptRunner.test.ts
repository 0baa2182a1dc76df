import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { dropAttempt, editAttempt, readAttempt } from './attempts.ts';
import { createAttemptRunner } from './createAttemptRunner.ts';
import { unsureRefusals } from './outcomes.ts';

const form = 'person/a/entry/1';
const charge = 'credit-account/charge';
const bread = { accountId: '1', amount: { currency: 'USD', minor: 250 } };
const cake = { accountId: '1', amount: { currency: 'USD', minor: 900 } };

type Reply = Result<object, Refusal>;
const receipt = ok({ entryId: 'e' });
const refused = (type: string): Reply => err({ type });

/** A way to the program whose answers are given, and what went over it. */
const wire = (...answers: Reply[]) => {
  const sent: (readonly [string, object])[] = [];
  let lastId = 0;
  const run = createAttemptRunner(
    async (id, _command, input) => {
      sent.push([id, input]);
      return answers.shift() ?? receipt;
    },
    () => `${(lastId += 1)}`,
  );
  return { run, sent };
};

beforeEach(() => dropAttempt(form));

describe('an attempt', () => {
  it.each(unsureRefusals)('whose outcome is unsure is sent again as it was: %s', async (type) => {
    const { run, sent } = wire(refused(type));
    expect(await run(form, charge, bread)).toEqual(refused(type));
    expect(readAttempt(form)?.unsure).toEqual({ type });
    expect(await run(form, charge, bread)).toEqual(receipt);
    expect(sent).toEqual([
      ['1', bread],
      ['1', bread],
    ]);
    expect(readAttempt(form)).toBeUndefined();
  });

  it.each(['CreditLimitExceeded', 'ReadOnly', 'NotSent', 'NoDaybookOpen'])(
    'that was not written is another one when it is sent again: %s',
    async (type) => {
      const { run, sent } = wire(refused(type));
      await run(form, charge, bread);
      await run(form, charge, bread);
      expect(sent.map(([id]) => id)).toEqual(['1', '2']);
    },
  );

  it('stays open while those who answer do not know of it', async () => {
    const unknowing = ['NotSent', 'NoDaybookOpen', 'ReadOnly', 'StorageFailed'].map(refused);
    const { run, sent } = wire(refused('ConnectionLost'), ...unknowing);
    await run(form, charge, bread);
    await run(form, charge, bread);
    await run(form, charge, bread);
    editAttempt(form);
    expect(await run(form, charge, cake)).toEqual(refused('ReadOnly'));
    expect(await run(form, charge, cake)).toEqual(refused('StorageFailed'));
    expect(readAttempt(form)?.unsure).toEqual({ type: 'ConnectionLost' });
    expect(sent.map(([id]) => id)).toEqual(['1', '1', '1', '1', '1']);
  });

  it('is settled before what was edited since, which is not written beside it', async () => {
    const { run, sent } = wire(refused('ConnectionLost'));
    await run(form, charge, bread);
    editAttempt(form);
    expect(await run(form, charge, cake)).toEqual(refused('EarlierWritten'));
    expect(await run(form, charge, cake)).toEqual(receipt);
    expect(sent).toEqual([
      ['1', bread],
      ['1', bread],
      ['2', cake],
    ]);
  });

  it('is edited even when it reads the same again', async () => {
    const { run } = wire(refused('ConnectionLost'));
    await run(form, charge, bread);
    editAttempt(form);
    expect(await run(form, charge, bread)).toEqual(refused('EarlierWritten'));
  });

  it('that turns out to be refused makes room for what was edited since', async () => {
    const { run, sent } = wire(refused('ConnectionLost'), refused('CreditLimitExceeded'));
    await run(form, charge, cake);
    editAttempt(form);
    expect(await run(form, charge, bread)).toEqual(receipt);
    expect(sent).toEqual([
      ['1', cake],
      ['1', cake],
      ['2', bread],
    ]);
  });

  it('of another kind is settled first too', async () => {
    const { run, sent } = wire(refused('ConnectionLost'));
    await run(form, charge, bread);
    expect(await run(form, 'credit-account/pay', bread)).toEqual(refused('EarlierWritten'));
    expect(sent.map(([id]) => id)).toEqual(['1', '1']);
  });

  it('that was given up before its answer came does not come back', async () => {
    const lost = Promise.withResolvers<Reply>();
    const run = createAttemptRunner(
      () => lost.promise,
      () => '1',
    );
    const running = run(form, charge, bread);
    dropAttempt(form);
    lost.resolve(refused('ConnectionLost'));
    await running;
    expect(readAttempt(form)).toBeUndefined();
  });

  it('belongs to one form', async () => {
    const { run, sent } = wire(refused('ConnectionLost'));
    await run(form, charge, bread);
    await run('person/b/entry/2', charge, bread);
    expect(sent.map(([id]) => id)).toEqual(['1', '2']);
  });
});
