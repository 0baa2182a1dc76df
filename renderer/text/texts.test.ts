import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import { chooseParticles } from './particles.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

const flatten = (texts: Texts, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : flatten(value, `${path}${key}.`),
  );

const variablesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map(([, name]) => name ?? '').toSorted();

const english = new Map(flatten(en));
const korean = new Map(flatten(ko));

/** What the two languages must agree on, as a function so that a planted fault can be shown to it. */
const disagreements = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) => ({
  missing: [...one.keys()].filter((key) => !other.has(key)),
  surplus: [...other.keys()].filter((key) => !one.has(key)),
  empty: [...other].filter(([, text]) => text.trim() === '').map(([key]) => key),
  // A plural's English singular may say "one" where Korean writes the number.
  variables: [...one]
    .filter(([key]) => !key.endsWith('_one'))
    .filter(([key, text]) => variablesOf(text).join() !== variablesOf(other.get(key) ?? '').join())
    .map(([key]) => key),
});

const window = fileURLToPath(new URL('..', import.meta.url));

const nothing = { missing: [], surplus: [], empty: [], variables: [] };

describe('the texts', () => {
  it('are complete in both languages and name the same variables', () => {
    expect(disagreements(english, korean)).toEqual(nothing);
  });

  it('would not pass with a key missing, an empty text or another variable', () => {
    const faulty = new Map(korean);
    faulty.delete('nav.people');
    faulty.set('nav.overview', ' ');
    faulty.set('account.paid', '입금 {{sum}}');
    expect(disagreements(english, faulty)).toEqual({
      missing: ['nav.people'],
      surplus: [],
      empty: ['nav.overview'],
      variables: ['nav.people', 'account.paid'].filter((key) => key === 'account.paid'),
    });
  });

  it('are all used', () => {
    const sources = globSync('**/*.{ts,tsx}', { cwd: window })
      .filter((file) => !/^text\/(?:en|ko)|[.]test[.]tsx?$/.test(file))
      .map((file) => readFileSync(`${window}/${file}`, 'utf8'))
      .join('\n');
    // Some are put together from a group and a name that comes from elsewhere.
    const groups = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, group]) => group ?? '');
    // The texts of refusals are looked through in their own test: a group would hide the unused ones.
    const isUsed = (key: string): boolean =>
      sources.includes(`'${key}'`) || groups.some((group) => key.startsWith(group));
    const keys = [...english.keys()].map((key) => key.replace(/_(?:one|other)$/, ''));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
    expect(isUsed('nav.nothing')).toBe(false);
  });

  it('write Korean in Korean', () => {
    const latinOnly = [...korean].filter(([, text]) => !/[가-힣]/u.test(text)).map(([key]) => key);
    // A name, an amount behind its word, and two days with a dash between.
    expect(latinOnly).toEqual(['welcome.title', 'figures.term', 'printed.fromTo']);
  });

  it('have one Korean word for one thing', () => {
    const cancels = [...korean].filter(([, text]) => text.includes('취소')).map(([key]) => key);
    expect(cancels).toEqual(['common.cancel', 'refusal.Cancelled', 'refusal.JobRunning']);
    // That is a ciphertext; a passphrase is 암호.
    expect([...korean].filter(([, text]) => text.includes('암호문'))).toEqual([]);
  });

  it('mark every particle after a variable, in both forms', () => {
    const unmarked = /\}\}(?:을|를|이|가|은|는|과|와|으로|로)(?=[\s.,])/u;
    const half = /\[[^\]/]*\]/u;
    expect([...korean].filter(([, text]) => unmarked.test(text) || half.test(text))).toEqual([]);
  });

  it('choose particles when they are shown', () => {
    const texts = createTexts('ko');
    expect(texts.t('account.charged', { amount: '15,000원' })).toBe('외상 15,000원을 적었습니다.');
    expect(texts.t('account.charged', { amount: 'US$37.62' })).toBe('외상 US$37.62를 적었습니다.');
    expect(chooseParticles(texts.t('nav.people'))).toBe('사람');
  });
});
