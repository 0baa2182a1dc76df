import { expect, it } from 'vitest';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { createTexts } from '../../text/createTexts.ts';
import { periodText, presetPeriod, readPeriod } from './period.ts';

const day = (text: string): LocalDate => text as LocalDate;

it.each([
  ['2026-03-15', { from: '2026-02-01', to: '2026-02-28' }],
  ['2026-01-31', { from: '2025-12-01', to: '2025-12-31' }],
  ['2028-03-01', { from: '2028-02-01', to: '2028-02-29' }],
])('last month, seen from %s, is whole', (today, period) =>
  expect(presetPeriod('lastMonth', day(today))).toEqual(period),
);

it('this month and this year end today', () => {
  const today = day('2026-11-26');
  expect(presetPeriod('thisMonth', today)).toEqual({ from: '2026-11-01', to: today });
  expect(presetPeriod('thisYear', today)).toEqual({ from: '2026-01-01', to: today });
  expect(presetPeriod('whole', today)).toEqual({});
});

it('a period is read as days are typed, and may have one end or none', () => {
  const read = (from: string, to: string) => readPeriod({ from, to }, day('2026-11-26'));
  expect(read('11-1', '20261126')).toEqual({
    ok: true,
    value: { from: '2026-11-01', to: '2026-11-26' },
  });
  expect(read(' ', '')).toEqual({ ok: true, value: {} });
  expect(read('2026-11-26', '2026-11-26').ok).toBe(true);
  expect(read('2026-11-27', '2026-11-26')).toMatchObject({
    error: [{ field: 'to', code: 'periodBackwards' }],
  });
});

it('is put into words, whichever ends it has', () => {
  const { t } = createTexts('en');
  const words = (from?: string, to?: string) =>
    periodText({ ...(from && { from: day(from) }), ...(to && { to: day(to) }) }, t, 'en');
  expect(words('2026-11-01', '2026-11-26')).toBe('Nov 1, 2026 – Nov 26, 2026');
  expect(words('2026-11-01')).toBe('from Nov 1, 2026');
  expect(words(undefined, '2026-11-26')).toBe('up to Nov 26, 2026');
  expect(words()).toBe('All entries');
});
