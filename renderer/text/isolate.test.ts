import { expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { isolate } from './isolate.ts';

it.each(['Ada', '김민수', '$1,234.50', 'A & B <c>', '2026-11-26'])('leaves %j as it is', (text) =>
  expect(isolate(text)).toBe(text),
);

it('keeps a name from right to left within its place', () =>
  expect(isolate('\u05d0\u05d1')).toBe('\u2068\u05d0\u05d1\u2069'));

it('closes what a name leaves open', () =>
  expect(isolate('\u202eevil')).toBe('\u2068\u202eevil\u202c\u2069'));

it('is put around the values of every sentence', () => {
  const said = createTexts('en').t('account.chargedFor', { amount: '$1.00', name: '\u202egnp' });
  expect(said).toBe('Charge of $1.00 for \u2068\u202egnp\u202c\u2069 written.');
});
