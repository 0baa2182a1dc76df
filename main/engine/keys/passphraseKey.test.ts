import { describe, expect, test } from 'vitest';
import { cheapKdf } from './cheapKdf.ts';
import {
  derivePassphraseKey,
  isEmpty,
  isWithin,
  standardKdf,
  type KdfPolicy,
} from './passphraseKey.ts';
import { createSecret } from './Secret.ts';

const salt = new Uint8Array(32).fill(3);

const keyFrom = (passphrase: string): Promise<Buffer> =>
  derivePassphraseKey(createSecret(passphrase), salt, cheapKdf.forNewVaults, cheapKdf);

describe('cost', () => {
  const floor = standardKdf.floor;

  test.each([
    ['what new vaults get', standardKdf.forNewVaults],
    ['the floor', floor],
    ['the largest n', { n: 2 ** 20, r: 8, p: 4 }],
    ['the largest r', { n: 2 ** 19, r: 16, p: 4 }],
  ])('takes %s', (_, cost) => {
    expect(isWithin(standardKdf, cost)).toBe(true);
  });

  test.each([
    ['n below the floor', { ...floor, n: 2 ** 14 }],
    ['r below the floor', { ...floor, r: 7 }],
    ['p of none', { ...floor, p: 0 }],
    ['n above the ceiling', { ...floor, n: 2 ** 21 }],
    ['r above the ceiling', { ...floor, r: 17 }],
    ['p above the ceiling', { ...floor, p: 5 }],
    ['more memory than is granted, each number allowed by itself', { n: 2 ** 20, r: 16, p: 1 }],
    ['n that is no power of two', { ...floor, n: 2 ** 15 + 2 }],
    ['a fraction', { ...floor, r: 8.5 }],
    ['no number', { ...floor, n: Number.NaN }],
    ['endless', { ...floor, n: Number.POSITIVE_INFINITY }],
  ])('refuses %s', async (_, cost) => {
    expect(isWithin(standardKdf, cost)).toBe(false);
    await expect(
      derivePassphraseKey(createSecret('x'), salt, cost, standardKdf),
    ).rejects.toBeInstanceOf(RangeError);
  });

  test('a cheap cost is refused by the standard policy', () => {
    expect(isWithin(cheapKdf, cheapKdf.forNewVaults)).toBe(true);
    expect(isWithin(standardKdf, cheapKdf.forNewVaults)).toBe(false);
  });

  test('the standard cost can be spent on this machine', async () => {
    const cost = standardKdf.forNewVaults;
    const key = await derivePassphraseKey(createSecret('x'), salt, cost, standardKdf);
    expect(key).toHaveLength(32);
  });
});

test('is scrypt as published', async () => {
  const cost = { n: 1024, r: 8, p: 16 };
  const policy: KdfPolicy = { ...cheapKdf, ceiling: cost };
  const key = await derivePassphraseKey(
    createSecret('password'),
    new TextEncoder().encode('NaCl'),
    cost,
    policy,
  );
  // RFC 7914, section 12, the first half of the second vector.
  expect(key.toString('hex')).toBe(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162',
  );
});

describe('passphrase', () => {
  test('is the same from every keyboard', async () => {
    const composed = '한글 열쇠 é';
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    expect(await keyFrom(decomposed)).toEqual(await keyFrom(composed));
    expect(await keyFrom('１２３ＡＢＣ')).toEqual(await keyFrom('123ABC'));
  });

  test('is another one when it differs', async () => {
    expect(await keyFrom('Correct horse')).not.toEqual(await keyFrom('correct horse'));
    expect(await keyFrom('correct horse ')).not.toEqual(await keyFrom('correct horse'));
  });

  test('is empty or not', () => {
    expect(isEmpty(createSecret(''))).toBe(true);
    expect(isEmpty(createSecret(' '))).toBe(false);
  });
});
