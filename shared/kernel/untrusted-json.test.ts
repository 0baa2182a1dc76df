import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUntrustedJson } from './untrusted-json.ts';

const refusal = (source: string | Uint8Array) => {
  const parsed = parseUntrustedJson(source);
  return parsed.ok ? null : parsed.error;
};

const read = (text: string): unknown => JSON.parse(text);

const utf8 = (text: string) => new TextEncoder().encode(text);

const plainJson = fc.jsonValue({ stringUnit: 'grapheme' }).filter((value) => {
  const text = JSON.stringify(value);
  return !/"(__proto__|constructor|prototype)":/.test(text);
});

describe('what is read', () => {
  test('any JSON comes out as JSON.parse gives it, from text and from bytes', () => {
    fc.assert(
      fc.property(plainJson, fc.constantFrom(undefined, 1), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseUntrustedJson(text)).toEqual({ ok: true, value: read(text) });
        expect(parseUntrustedJson(utf8(text))).toEqual({ ok: true, value: read(text) });
      }),
    );
  });

  test.each([
    ['colons, brackets and quotes inside strings', '{"a:b[{":"}:\\"]:","c":"\\\\"}'],
    ['one key in two objects', '[{"a":1},{"a":{"a":2}}]'],
    ['the names of the prototype as values', '{"name":"__proto__","note":"constructor"}'],
    ['an emoji written as two escapes', '{"a":"\\ud83d\\ude00"}'],
    ['an empty key', '{"":1}'],
    ['a lone value', '7'],
  ])('%s', (_, text) => {
    expect(parseUntrustedJson(text)).toEqual({ ok: true, value: read(text) });
  });

  test('bytes with a byte order mark', () => {
    expect(parseUntrustedJson(utf8('\uFEFF{"a":1}'))).toEqual({ ok: true, value: { a: 1 } });
  });

  test('exactly as deep and as long as the limits allow', () => {
    expect(parseUntrustedJson('[[1]]', { maxDepth: 2, maxLength: 5 }).ok).toBe(true);
    expect(parseUntrustedJson('[[1]]', { maxDepth: 1, maxLength: 5 })).toEqual({
      ok: false,
      error: { type: 'TooDeep', limit: 1 },
    });
    expect(parseUntrustedJson('[[1]]', { maxDepth: 2, maxLength: 4 })).toEqual({
      ok: false,
      error: { type: 'TooLong', limit: 4 },
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['{"__proto__":{"polluted":true}}', '__proto__'],
    ['{"\\u005f_proto__":1}', '__proto__'],
    ['{"a":[{"constructor":{"prototype":{}}}]}', 'constructor'],
    ['{"a":{"prototype":1}}', 'prototype'],
  ])('a key that reaches into a prototype: %s', (text, key) => {
    expect(refusal(text)).toEqual({ type: 'ForbiddenKey', key });
  });

  test.each([
    '{"a":1,"a":2}',
    '{"a":1,"b":[{"c":1,"c":1}]}',
    '{"a":1,"\\u0061":2}',
    '{"a":1,"a":{}}',
    '{"a":{"b":1},"a":{"b":1}}',
    '{"":1,"":1}',
  ])('a key that stands there twice: %s', (text) => {
    expect(refusal(text)).toEqual({ type: 'DuplicateKey' });
  });

  test.each([
    '',
    ' ',
    '{',
    '{"a":1',
    '{"a":1}}',
    "{'a':1}",
    '{a:1}',
    '[1,]',
    'NaN',
    '01',
    '\uFEFF1',
    '"\n"',
    '{"a" "b"}',
    'undefined',
    '1 // one',
  ])('what is no JSON: %j', (text) => {
    expect(refusal(text)).toEqual({ type: 'NotJson' });
  });

  test.each(['1e400', '[-1e999]', '{"minor":1e309}'])('a number beyond all bounds: %s', (text) => {
    expect(refusal(text)).toEqual({ type: 'NumberTooLarge' });
  });

  test.each(['"\\ud800"', '{"\\udc00":1}', '["\\ude00\\ud83d"]', '"\ud800"'])(
    'half a character: %j',
    (text) => {
      expect(refusal(text)).toEqual({ type: 'NotUnicode' });
    },
  );

  test.each([
    ['a cut sequence', [0x22, 0xe2, 0x82, 0x22]],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['Latin-1', [0x22, 0xe9, 0x22]],
  ])('bytes that are no UTF-8: %s', (_, bytes) => {
    expect(refusal(Uint8Array.from(bytes))).toEqual({ type: 'NotUnicode' });
  });

  test('a hundred thousand brackets, without parsing them', () => {
    expect(refusal('['.repeat(100_000))).toEqual({ type: 'TooDeep', limit: 32 });
    expect(refusal('{"a":'.repeat(100_000))).toEqual({ type: 'TooDeep', limit: 32 });
  });

  test('junk is refused and never thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 })),
        (source) => {
          const parsed = parseUntrustedJson(source);
          const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
          expect(!parsed.ok || isDeepStrictEqual(parsed.value, read(text))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('JSON with one character changed is read as JSON.parse reads it, or refused', () => {
    fc.assert(
      fc.property(
        plainJson,
        fc.nat(),
        fc.string({ minLength: 0, maxLength: 2 }),
        (value, place, put) => {
          const text = JSON.stringify(value);
          const at = place % text.length;
          const changed = text.slice(0, at) + put + text.slice(at + 1);
          const parsed = parseUntrustedJson(changed);
          expect(!parsed.ok || isDeepStrictEqual(parsed.value, read(changed))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('a value that was read cannot pollute a prototype when it is copied', () => {
  const attempts = [
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
  ];
  for (const text of attempts) {
    const parsed = parseUntrustedJson(text);
    if (parsed.ok) Object.assign({}, parsed.value);
    expect(parsed.ok).toBe(false);
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
