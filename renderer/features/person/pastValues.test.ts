import { describe, expect, it } from 'vitest';
import { detailChanges, limitBefore, type HistoryRow } from './pastValues.ts';

const row = (type: string, rest: Partial<HistoryRow>): HistoryRow => ({
  position: 1,
  eventId: 'e' as HistoryRow['eventId'],
  type,
  record: type.split('.')[0] ?? '',
  recordId: 'a',
  recordedAt: 0,
  occurredOn: null,
  device: 'd' as HistoryRow['device'],
  actor: 'm' as HistoryRow['actor'],
  data: {},
  personal: null,
  erased: false,
  ...rest,
});

const registered = row('person.registered', { personal: { name: 'Anna', phones: ['1', '2'] } });
const corrected = (changes: object) =>
  row('person.details-corrected', { personal: { changes, reason: 'why' } });

describe('what a correction changed', () => {
  it('has the value from the registration before it', () => {
    expect(detailChanges([corrected({ phones: ['3'] }), registered], 0)).toEqual([
      { field: 'phones', before: { known: true, text: '1, 2' }, after: '3' },
    ]);
  });

  it('has the value from the latest correction before it', () => {
    const rows = [
      corrected({ name: 'Anna C' }),
      row('person.archived', {}),
      corrected({ name: 'Anna B' }),
      registered,
    ];
    expect(detailChanges(rows, 0)).toEqual([
      { field: 'name', before: { known: true, text: 'Anna B' }, after: 'Anna C' },
    ]);
  });

  it('tells what was not there from what is not loaded', () => {
    const change = corrected({ email: 'a@b.c', note: null });
    expect(detailChanges([change, registered], 0)).toEqual([
      { field: 'email', before: { known: true, text: null }, after: 'a@b.c' },
      { field: 'note', before: { known: true, text: null }, after: null },
    ]);
    expect(detailChanges([change], 0).map(({ before }) => before)).toEqual([
      { known: false },
      { known: false },
    ]);
  });

  it('is nothing once it has been erased', () => {
    const erased = row('person.details-corrected', { personal: null, erased: true });
    expect(detailChanges([erased, registered], 0)).toEqual([]);
  });
});

describe('the limit before', () => {
  const usd = (minor: number) => ({ currency: 'USD', minor });
  it('is that of the same account', () => {
    const rows = [
      row('credit-account.limit-changed', { recordId: 'x', data: { limit: usd(3) } }),
      row('credit-account.opened', { recordId: 'y', data: { limit: usd(2) } }),
      row('credit-account.opened', { recordId: 'x', data: { limit: usd(1) } }),
    ];
    expect(limitBefore(rows, 0)).toEqual(usd(1));
    expect(limitBefore(rows, 2)).toBeNull();
  });
});
