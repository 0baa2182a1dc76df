import { expect, it } from 'vitest';
import { axisAmounts } from './axisAmounts.ts';

it.each([
  ['USD', [0, 500, 1000, 1500], ['0', '5', '10', '15']],
  ['USD', [0, 100_000_000], ['0', '1M']],
  ['USD', [229_000, 230_000, 231_000], ['2.29K', '2.3K', '2.31K']],
  ['USD', [232_810, 232_820], ['2.3281K', '2.3282K']],
  ['USD', [-229_000, -230_000], ['\u22122.29K', '\u22122.3K']],
  ['KRW', [1_000_000, 1_001_000], ['1M', '1.001M']],
])('%s %j stand apart beside a chart', (currency, splits, texts) => {
  expect(axisAmounts(splits, 'en', currency)).toEqual(texts);
});

it('amounts below and above the line may read the same', () => {
  expect(axisAmounts([500, 0, 500], 'en', 'USD')).toEqual(['5', '0', '5']);
});
