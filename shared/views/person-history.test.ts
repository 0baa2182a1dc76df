import { expect, test } from 'vitest';
import type { DeviceId, EventId, MemberId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { HistoryEvent } from '../kernel/view.ts';
import { personHistory } from './person-history.ts';

const event: HistoryEvent = {
  position: 7,
  record: 'credit-account',
  type: 'credit-account.charged',
  id: 'e' as EventId,
  streamId: 'a',
  ordinal: 2,
  recordedAt: 1_000,
  device: 'd' as DeviceId,
  actor: 'm' as MemberId,
  data: { occurredOn: '2026-11-23', approved: false },
  personal: { memo: 'Flour' },
  part: 'opened',
};
const row = (changes: Partial<HistoryEvent>) =>
  personHistory.row(
    { ...event, ...changes },
    { currency: 'USD', today: '2026-11-30' as LocalDate },
  );

test('an event is shown with both of its times and everything that is in it', () =>
  expect(row({})).toEqual({
    position: 7,
    eventId: 'e',
    type: 'credit-account.charged',
    record: 'credit-account',
    recordId: 'a',
    recordedAt: 1_000,
    occurredOn: '2026-11-23',
    device: 'd',
    actor: 'm',
    data: { occurredOn: '2026-11-23', approved: false },
    personal: { memo: 'Flour' },
    erased: false,
  }));

test('what was erased is told from what never was', () => {
  expect(row({ personal: null, part: 'erased' })).toMatchObject({ personal: null, erased: true });
  expect(row({ personal: null, part: 'none', data: {} })).toMatchObject({
    erased: false,
    occurredOn: null,
  });
});

test('what cannot be read is told from what was erased', () => {
  const unread = { personal: null, erased: false, unreadable: true };
  expect(row({ personal: null, part: 'missing' })).toMatchObject(unread);
});
