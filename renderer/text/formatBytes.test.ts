import { expect, it } from 'vitest';
import { formatBytes } from './formatBytes.ts';

it('says how large a file is in the unit that fits', () => {
  expect(formatBytes(0, 'en')).toBe('0 bytes');
  expect(formatBytes(37, 'en')).toBe('37 bytes');
  expect(formatBytes(6_912, 'en')).toBe('7 kB');
  expect(formatBytes(2_140_000, 'en')).toBe('2.1 MB');
  expect(formatBytes(75_500_000_000, 'ko')).toBe('75.5GB');
});
