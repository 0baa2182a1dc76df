import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createSecret, revealSecret } from './Secret.ts';

const passphrase = createSecret('correct horse');

test('prints as redacted however it is printed', () => {
  const printed = [
    String(passphrase),
    JSON.stringify({ passphrase }),
    inspect({ passphrase }, { showHidden: true, depth: null }),
    format('%s %o %j', passphrase, passphrase, passphrase),
    JSON.stringify(Object.entries(passphrase)),
    new Error('no', { cause: passphrase }).stack ?? '',
  ];
  expect(printed.filter((text) => text.includes('correct'))).toEqual([]);
  expect(printed[0]).toBe('[secret]');
});

test('is revealed by name only', () => {
  expect(revealSecret(passphrase)).toBe('correct horse');
  expect(() => revealSecret({ ...passphrase })).toThrow(TypeError);
});

test('planted fault: a plain object would print it', () => {
  expect(inspect({ passphrase: 'correct horse' })).toContain('correct');
});
