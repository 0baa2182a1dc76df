import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findingTypes } from '../../shared/finding-types.ts';
import { createTexts } from './createTexts.ts';
import { findingSentence } from './findingSentence.ts';
import { languages } from './languages.ts';

const engine = fileURLToPath(new URL('../../main/engine', import.meta.url));
const sources = globSync('**/*.ts', { cwd: engine })
  .filter((file) => !/\.test\.ts$|UnderTest\.ts$/u.test(file))
  .map((file) => readFileSync(`${engine}/${file}`, 'utf8'))
  .join('\n');

it('every finding that is listed stands in the sources of the engine', () => {
  expect(findingTypes.filter((type) => !sources.includes(`'${type}'`))).toEqual([]);
});

it.each([/type: '(\w+)'[^;]{0,80}\bdetail\b/gu, /\bnote\('(\w+)'/gu, /const type = '(\w+)'/gu])(
  'every finding that the engine makes is listed: %s',
  (pattern) => {
    const made = [...sources.matchAll(pattern)].map(([, type]) => type ?? '');
    expect(made.length).toBeGreaterThan(0);
    const listed: readonly string[] = findingTypes;
    expect(made.filter((type) => !listed.includes(type))).toEqual([]);
  },
);

it.each(languages)('what nobody knows is a sentence too, in %s', (language) => {
  const say = createTexts(language).t;
  expect(findingSentence({ type: 'FromTheFuture' }, say)).toBe(say('finding.other'));
  expect(findingSentence({ type: 'constructor' }, say)).toBe(say('finding.other'));
});
