import { expect, it } from 'vitest';
import { looksLikeData } from './looksLikeData.ts';

it.each<readonly [readonly string[], boolean]>([
  [['이름', '전화번호', '주소'], false],
  [['Name', 'Phone 1', 'Phone 2', 'E-mail'], false],
  [['Name', '2025', '2026'], true],
  [['Name', 'Address', 'City', '2025'], false],
  [['김하늘', '010-1234-5678', '서울'], true],
  [['Ada Lovelace', 'ada@example.org', 'London'], true],
  [['2026-11-23', '12.50'], true],
  [['@', 'Name'], false],
])('%j is data: %s', (header, isData) => {
  expect(looksLikeData(header)).toBe(isData);
});
