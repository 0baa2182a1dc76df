import { expect, it } from 'vitest';
import { matchesWords } from './matchesWords.ts';

it.each([
  ['Settings: Storage', 'stor', true],
  ['Settings: Storage', 'storage set', true],
  ['Settings: Storage', '', true],
  ['Settings: Storage', 'people', false],
  ['기록부 검사', '검사', true],
  ['기록부 검사', 'ㄱㅅ', true],
  ['기록부 검사', 'ㄱㄹㅂ', true],
  ['기록부 검사', 'ㅅㄱ', false],
  ['화면 색: 어둡게', '어둡', true],
  // While the next syllable is still being composed.
  ['설정', '서', true],
])('%s is found by %j: %j', (label, words, found) => {
  expect(matchesWords(label, words)).toBe(found);
});
