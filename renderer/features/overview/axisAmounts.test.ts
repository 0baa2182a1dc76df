import { expect, it } from 'vitest';
import { axisAmounts } from './axisAmounts.ts';

it.each([
  ['USD', [0, 500, 1000, 1500], ['0', '5', '10', '15']],
  ['USD', [0, 100_000_000], ['0', '1M']],
  ['USD', [229_000, 230_000, 231_000], ['2,290', '2,300', '2,310']],
  ['USD', [232_810, 232_820], ['2,328.1', '2,328.2']],
  ['USD', [-229_000, -230_000], ['\u22122,290', '\u22122,300']],
  ['USD', [475_000, 500_000, 525_000], ['4,750', '5,000', '5,250']],
  ['USD', [2_475_000, 2_500_000, 2_525_000], ['24.75K', '25K', '25.25K']],
  ['KRW', [1_000_000, 1_001_000], ['1M', '1.001M']],
])('%s %j stand apart beside a chart', (currency, splits, texts) => {
  expect(axisAmounts(splits, 'en', currency)).toEqual(texts);
});

it('amounts below and above the line may read the same', () => {
  expect(axisAmounts([500, 0, 500], 'en', 'USD')).toEqual(['5', '0', '5']);
});
