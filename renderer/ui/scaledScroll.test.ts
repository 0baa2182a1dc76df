import { describe, expect, it } from 'vitest';
import { LONGEST_BODY, scaleScroll } from './scaledScroll.ts';

const ROW = 32;
const view = 600;

describe('a list of 1,100,000 rows', () => {
  const rows = 1_100_000;
  const scale = scaleScroll(rows * ROW, view);

  it('is not higher than an element may be', () => {
    expect(rows * ROW).toBeGreaterThan(33_554_432);
    expect(scale.bodyHeight).toBe(LONGEST_BODY);
  });

  it('shows its first row at the top and its last at the foot of the scroll bar', () => {
    expect(scale.toList(0)).toBe(0);
    const lowest = scale.bodyHeight - view;
    expect(scale.toList(lowest)).toBeCloseTo(rows * ROW - view, 3);
  });

  it('reaches every row, and shows it where the list says it is', () => {
    for (let row = 0; row < rows; row += 9973) {
      const offset = Math.min(row * ROW, rows * ROW - view);
      const scrolled = scale.toScrolled(offset);
      expect(scrolled).toBeLessThanOrEqual(scale.bodyHeight - view + 1e-3);
      expect(scale.toList(scrolled)).toBeCloseTo(offset, 3);
      // A row is drawn at its place in the list, moved by as much as the scroll bar lags behind it.
      const drawnAt = row * ROW - (offset - scrolled);
      expect(drawnAt - scrolled).toBeCloseTo(row * ROW - offset, 3);
    }
  });

  it('moves by little more than a row when it is scrolled by a row', () => {
    const step = scale.toList(ROW * 11) - scale.toList(ROW * 10);
    expect(step).toBeGreaterThan(ROW);
    expect(step).toBeLessThan(ROW * 1.1);
  });
});

it('a list that an element can hold scrolls as any other', () => {
  const scale = scaleScroll(1_000_000 * ROW, view);
  expect(scale.bodyHeight).toBe(1_000_000 * ROW);
  expect(scale.toList(12_345)).toBe(12_345);
  expect(scale.toScrolled(12_345)).toBe(12_345);
});

it('a list that fits into sight does not scroll', () => {
  expect(scaleScroll(64, view)).toMatchObject({ bodyHeight: 64 });
  expect(scaleScroll(64, view).toList(10)).toBe(10);
});
