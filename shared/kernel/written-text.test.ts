import { describe, expect, test } from 'vitest';
import { lineOfText, linesOfText, optionalText, requiredText } from './written-text.ts';

const problems = (schema: ReturnType<typeof lineOfText>, text: unknown): readonly string[] =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

describe('a line', () => {
  test.each([
    ['  a  b\t\nc\u00a0\u3000d ', 'a b c d'],
    ['김'.normalize('NFD'), '김'],
    ['e\u0301', 'é'],
    ['a\u200fb', 'a\u200fb'],
    ['', ''],
  ])('%j is spelt %j', (text, spelt) => expect(lineOfText(10).parse(text)).toBe(spelt));

  test.each([
    ['x'.repeat(11), 'TextTooLong'],
    ['x'.repeat(1000), 'TextTooLong'],
    ['a\u0000', 'TextHasControlCharacters'],
    ['a\u001b[31m', 'TextHasControlCharacters'],
    ['a\u0085', 'TextHasControlCharacters'],
    ['\ud800', 'TextMalformed'],
  ])('%j is refused', (text, problem) => expect(problems(lineOfText(10), text)).toContain(problem));

  test('may have white space around it that does not count', () =>
    expect(lineOfText(5).parse('a       b')).toBe('a b'));

  test('may have been copied with any amount of nothing around it', () => {
    const nothing = '\r\n \u00a0'.repeat(1000);
    expect(lineOfText(5).parse(`${nothing}a b${nothing}`)).toBe('a b');
    expect(problems(lineOfText(5), `${nothing}abc def${nothing}`)).toEqual(['TextTooLong']);
  });
});

test('lines stay lines, whatever ends them', () =>
  expect(linesOfText(20).parse('\r\na\r\nb\rc\u2028d\te  f\n')).toBe('a\nb\nc\nd e  f'));

test('text that may be left out is left out when it is empty', () => {
  const schema = optionalText(lineOfText(10));
  expect([undefined, '', ' \t', ' a'].map((text) => schema.parse(text))).toEqual([
    undefined,
    undefined,
    undefined,
    'a',
  ]);
});

test('text that must be there is there', () => {
  expect(problems(requiredText(lineOfText(10)), ' \u3000')).toEqual(['TextEmpty']);
  expect(requiredText(lineOfText(10)).parse(' a ')).toBe('a');
});
