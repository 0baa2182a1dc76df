import { expect, test } from 'vitest';
import { plainFigures } from './plain-figures.ts';

test.each([
  ['１２３，０００', '123,000'],
  ['－５．５０', '-5.50'],
  ['２０２６－１１－２３', '2026-11-23'],
  ['０１０－１２３４－５６７８', '010-1234-5678'],
  [' \u00A012.50\r\n', '12.50'],
  ['\u202D1,234\u202C\u200B', '1,234'],
  ['\u300012\u3000', '12'],
  // Other characters, not wider ones.
  ['10²', '10²'],
  ['½', '½'],
  ['①', '①'],
  ['김 12', '김 12'],
])('%j is %j', (typed, plain) => expect(plainFigures(typed)).toBe(plain));
