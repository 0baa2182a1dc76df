import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { en } from './en.ts';
import { languages } from './languages.ts';
import { refusalSentence } from './refusalSentence.ts';

const usd = (minor: number) => ({ currency: 'USD', minor });

describe('a refusal', () => {
  it('says what is left when a charge passes the limit', () => {
    const say = createTexts('en').t;
    const refused = (available: number) =>
      refusalSentence(
        { type: 'CreditLimitExceeded', available: usd(available), requested: usd(5000) } as never,
        say,
        'en',
      );
    expect(refused(3762)).toContain('$37.62');
    expect(refused(3762)).toContain('$50.00');
    expect(refused(-500)).toContain('$5.00');
    expect(refused(0)).toBe(en.refusal.CreditLimitExceededNone);
  });

  it('of a type nobody knows is still a sentence', () => {
    for (const language of languages) {
      const say = createTexts(language).t;
      expect(refusalSentence({ type: 'FromTheFuture' }, say, language)).toContain('FromTheFuture');
      expect(refusalSentence({ type: 'constructor' }, say, language)).toContain('constructor');
    }
  });
});

describe('every refusal', () => {
  const shared = fileURLToPath(new URL('../../shared', import.meta.url));
  const declared = globSync('records/**/*.ts', { cwd: shared })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(`${shared}/${file}`, 'utf8').matchAll(/readonly type: '([A-Z]\w+)'/g),
    ])
    .map(([, type]) => type ?? '');

  it('that a record declares has a sentence of its own', () => {
    expect(declared.length).toBeGreaterThan(10);
    expect(declared.filter((type) => !Object.hasOwn(en.refusal, type))).toEqual([]);
  });
});
