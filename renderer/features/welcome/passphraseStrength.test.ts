import { expect, it } from 'vitest';
import { passphraseStrength } from './passphraseStrength.ts';

it.each([
  ['', 'tooShort'],
  ['ab12!', 'tooShort'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['password', 'weak'],
  ['winter2026!', 'fair'],
  ['harbour lantern', 'fair'],
  ['harbour lantern maple drift', 'strong'],
  ['푸른 바다 위의 등대', 'strong'],
  ['가나다라마바사', 'tooShort'],
])('%j is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});
