import { expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { languages } from './languages.ts';
import { chooseParticles, markParticles } from './particles.ts';

const choose = (text: string): string => chooseParticles(markParticles(text));

it.each([
  ['김민수[을/를]', '김민수를'],
  ['박영철[을/를]', '박영철을'],
  ['서울[으로/로]', '서울로'],
  ['부산[으로/로]', '부산으로'],
  ['제주[으로/로]', '제주로'],
  ['15,000원[을/를]', '15,000원을'],
  ['(15,000원)[이/가]', '(15,000원)이'],
  ['₩15,000[을/를]', '₩15,000을'],
  ['US$37.62[이/가]', 'US$37.62가'],
  ['₩12,382[이/가]', '₩12,382이'],
  ['₩12,385[으로/로]', '₩12,385으로'],
  ['\u2212₩2[을/를]', '\u2212₩2을'],
  ['US$20.00[을/를]', 'US$20.00를'],
  ['US$20.01[으로/로]', 'US$20.01로'],
  ['JP¥1,002[을/를]', 'JP¥1,002을'],
  ['CN¥2.00[은/는]', 'CN¥2.00은'],
  ['NOK\u00a020.00[은/는]', 'NOK\u00a020.00는'],
  ['외상 ₩2[을/를]', '외상 ₩2을'],
  ['GBP[은/는]', 'GBP는'],
  ['NOK[은/는]', 'NOK는'],
  ['THB[은/는]', 'THB는'],
  ['BRL[으로/로]', 'BRL로'],
  ['VUN[은/는]', 'VUN은'],
  ['Ctrl K[을/를]', 'Ctrl K를'],
  ['N[을/를]', 'N을'],
  ['3[은/는]', '3은'],
  ['4[은/는]', '4는'],
  ['7[으로/로]', '7로'],
  ['8[이/가]', '8이'],
  ['Tom[을/를]', 'Tom을'],
  ['Anna[을/를]', 'Anna를'],
  ['Bill[으로/로]', 'Bill로'],
  ['Bill[이/가]', 'Bill이'],
  ['Hansen[은/는]', 'Hansen은'],
  ['‘장부’[을/를]', '‘장부’를'],
  ['(주)한빛[과/와]', '(주)한빛과'],
  ['민수[이/가] 철[을/를]', '민수가 철을'],
])('%s becomes %s', (text, expected) => {
  expect(choose(text)).toBe(expected);
});

it('leaves other brackets alone', () => {
  expect(choose('[메모] 값 [1]')).toBe('[메모] 값 [1]');
});

it.each(languages)('leaves what people have typed as it is, in %s', (language) => {
  const { t } = createTexts(language);
  for (const typed of ['A[1/2]', '김[철/수]', '[을/를]'])
    expect(t('erase.confirmReference', { reference: typed })).toContain(typed);
});

it('chooses by the end of what people have typed', () => {
  const { t } = createTexts('ko');
  expect(t('erase.confirmReference', { reference: 'A[1/2]' })).toContain('A[1/2]를');
});
