import { expect, it } from 'vitest';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { daysOf, shownFrom, sumOf, type Day } from './daysOf.ts';

const usd = (minor: number) => ({ currency: 'USD', minor });
const rows: readonly Day[] = [
  {
    day: '2026-02-28' as LocalDate,
    entries: 2,
    charged: usd(50),
    paid: usd(10),
    before: null,
    balance: usd(40),
  },
  {
    day: '2026-03-02' as LocalDate,
    entries: 1,
    charged: usd(0),
    paid: usd(60),
    before: usd(40),
    balance: usd(-20),
  },
];

it('has every day, and carries the balance over days without entries', () => {
  expect(daysOf(rows, '2026-02-27' as LocalDate, '2026-03-03' as LocalDate)).toEqual({
    days: ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'],
    entries: [0, 2, 0, 1, 0],
    charged: [0, 50, 0, 0, 0],
    paid: [0, 10, 0, 60, 0],
    reversed: [0, 0, 0, 0, 0],
    balance: [null, 40, 40, -20, -20],
  });
});

it('carries in the balance from before the first of the days', () => {
  const today = '2026-03-02' as LocalDate;
  const { balance } = daysOf(rows.slice(1), '2026-02-28' as LocalDate, today);
  expect(balance).toEqual([40, 40, -20]);
});

it('shows a young daybook from its first entry on, but two weeks at least', () => {
  const day = (text: string) => text as LocalDate;
  const from = day('2025-12-03');
  expect(shownFrom(rows, from, day('2026-03-02'))).toBe('2026-02-17');
  expect(shownFrom(rows, from, day('2026-03-20'))).toBe('2026-02-28');
  // One that is older is shown as it was asked for.
  expect(shownFrom(rows.slice(1), from, day('2026-03-02'))).toBe(from);
  expect(shownFrom(rows, day('2026-03-01'), day('2026-03-02'))).toBe('2026-03-01');
  expect(shownFrom([], from, day('2026-03-02'))).toBe(from);
});

it('adds up', () => {
  expect(sumOf(rows)).toEqual({ entries: 3, charged: 50, paid: 70, reversed: 0 });
  expect(sumOf([])).toEqual({ entries: 0, charged: 0, paid: 0, reversed: 0 });
});

it('tells what reversals have taken off, or added, so that the sums come to the balance', () => {
  const day: Day = {
    day: '2026-03-02' as LocalDate,
    entries: 4,
    charged: usd(540),
    paid: usd(15),
    before: usd(100),
    balance: usd(585),
  };
  expect(sumOf([day]).reversed).toBe(40);
  expect(sumOf([{ ...day, balance: usd(630) }]).reversed).toBe(-5);
});
