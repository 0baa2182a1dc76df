import { expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { shortName } from './shortName.ts';

it('leaves a name that fits as it is', () => {
  expect(shortName('Ada Lovelace')).toBe('Ada Lovelace');
  expect(shortName('가'.repeat(48))).toBe('가'.repeat(48));
});

it('takes away the end of a very long one, between letters', () => {
  expect(shortName('Ada '.repeat(20))).toBe(`${'Ada '.repeat(11)}Ada…`);
  const flags = '🇰🇷'.repeat(60);
  expect(shortName(flags)).toBe(`${'🇰🇷'.repeat(47)}…`);
});

it('stands in the sentences about people, with the particle of the letter before the cut', () => {
  const { t } = createTexts('en');
  expect(t('register.done', { name: 'x'.repeat(300) })).toBe(`${'x'.repeat(47)}… is in the book.`);
  const korean = createTexts('ko');
  expect(korean.t('lists.removed', { name: `${'가'.repeat(46)}각${'가'.repeat(40)}` })).toContain(
    '각…’을 ',
  );
});
