import { describe, expect, test } from 'vitest';
import { fillTemplate, parseTemplate } from './template.ts';

const header = ['A', 'B', 'C', 'D', 'First Name', '이름'];

const fill = (template: string, cells: Readonly<Record<string, string>>): string => {
  const parsed = parseTemplate(template, header);
  if (!parsed.ok) throw new Error(parsed.error.type);
  return fillTemplate(parsed.value, cells);
};

describe('a template', () => {
  const filled: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['{A}', { A: ' a ' }, 'a'],
    ['{A} {B}', { A: 'a', B: 'b' }, 'a b'],
    ['{First Name}{이름}', { 'First Name': 'a', 이름: '김' }, 'a김'],
    ['{ A }', { A: 'a' }, 'a'],
    ['Invoice {A}', { A: '7' }, 'Invoice 7'],
    ['charge', {}, 'charge'],
    ['', {}, ''],
    ['{{A}} {A} }}{{', { A: 'a' }, '{A} a }{'],
    ['{A}', { A: '{B}' }, '{B}'],
    ['{A}', { A: "it's, ok , " }, "it's, ok ,"],
  ];
  test.each(filled)('%s of %j is %s', (template, cells, text) =>
    expect(fill(template, cells)).toBe(text),
  );

  const address = '{A}, {B} {C}, {D}';
  const gaps: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    [address, { A: 'a', B: 'b', C: 'c', D: 'd' }, 'a, b c, d'],
    [address, { A: 'a', C: 'c', D: 'd' }, 'a, c, d'],
    [address, { A: 'a', B: 'b', D: 'd' }, 'a, b, d'],
    [address, { A: 'a', D: 'd' }, 'a, d'],
    [address, { B: 'b', C: 'c', D: 'd' }, 'b c, d'],
    [address, { A: 'a', B: 'b', C: 'c' }, 'a, b c'],
    [address, { C: 'c' }, 'c'],
    [address, { A: ' ', B: '\t' }, ''],
    [address, { A: 'x, , y', D: 'd' }, 'x, , y, d'],
    ['Tel. {A}', { A: '' }, ''],
    ['{A}; {B} (shop)', { A: 'a' }, 'a; (shop)'],
    ['{A} {B} of {C}', { A: 'a', C: 'c' }, 'a of c'],
    ['{A}{B}{C}', { B: 'b' }, 'b'],
  ];
  test.each(gaps)('%s of %j leaves no hole: %s', (template, cells, text) =>
    expect(fill(template, cells)).toBe(text),
  );
});

describe('a template is refused', () => {
  test.each(['{X}', '{a}', '{}', '{__proto__}', '{constructor}', '{A} {Z}'])(
    'for a column that is not there: %s',
    (template) =>
      expect(parseTemplate(template, header)).toEqual({
        ok: false,
        error: { type: 'MapNamesUnknownColumn', column: template.replace(/.*\{(.*)\}/, '$1') },
      }),
  );

  test.each(['{A', 'A}', '{A}}', '{{A}', '{A{B}}', '{'])(
    'for a brace that is alone: %s',
    (template) =>
      expect(parseTemplate(template, header)).toEqual({
        ok: false,
        error: { type: 'MapTemplateInvalid', template },
      }),
  );
});
