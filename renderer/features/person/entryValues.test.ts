import { describe, expect, it } from 'vitest';
import { err } from '../../../shared/kernel/result.ts';
import { readEntry } from './entryValues.ts';

const accountId = '01939a5e-0000-7000-8000-000000000002';
const typed = { amount: '20', occurredOn: '2026-11-23', memo: '', approval: '' };
const reading = { currency: 'USD', language: 'en' } as const;

describe('an entry as it stands in the fields', () => {
  it('takes no approval that nobody was asked for', () => {
    const read = readEntry(accountId, { ...typed, approval: 'Left over' }, reading);
    expect(read.ok && read.value).not.toHaveProperty('approval');
  });

  it('takes the approval that somebody was asked for, and is refused without it', () => {
    const approving = { ...reading, approves: true };
    expect(readEntry(accountId, { ...typed, approval: 'Anna' }, approving)).toMatchObject({
      value: { approval: { reason: 'Anna' } },
    });
    expect(readEntry(accountId, typed, approving)).toEqual(
      err([{ field: 'approval', code: 'reasonMissing' }]),
    );
  });

  it('is refused at every field that is wrong', () => {
    expect(readEntry(accountId, { ...typed, amount: '0', occurredOn: '13-40' }, reading)).toEqual(
      err([
        { field: 'amount', code: 'amountAboveZero' },
        { field: 'occurredOn', code: 'DateInvalid' },
      ]),
    );
  });

  it.each(['0206-11-23', '9999-12-31'])('is refused at its day when it is of %s', (occurredOn) => {
    expect(readEntry(accountId, { ...typed, occurredOn }, reading)).toEqual(
      err([{ field: 'occurredOn', code: 'EntryDayOutOfRange' }]),
    );
  });
});
