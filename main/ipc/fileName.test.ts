import * as fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileNameFor } from './fileName.ts';

test.each([
  ['people.csv', 'people.csv'],
  ['사람 목록.csv', '사람 목록.csv'],
  ['a "quoted", long; name.csv', 'a quoted , long; name.csv'],
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\Windows\\win.ini', 'Windows win.ini'],
  ['C:\\shop.csv', 'C shop.csv'],
  ['a\r\nSet-Cookie: x.csv', 'a Set-Cookie x.csv'],
  ['.csv', 'Daybook.csv'],
  ['', 'Daybook'],
  ['CON.csv', 'CON daybook.csv'],
  ['fdp\u202Ecsv.exe', 'fdp csv.exe'],
  ['.hidden', 'Daybook.hidden'],
])('%j becomes %j', (name, plain) => {
  expect(fileNameFor(name)).toBe(plain);
});

test('keeps the extension of a name that is too long', () => {
  const name = fileNameFor(`${'가'.repeat(500)}.csv`);
  expect(name).toMatch(/^가+\.csv$/u);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
});

test('is one plain name inside the folder it is put in, whatever was said', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', ':', '\0', 'a', '~', '\u202e', '\n') }),
  );
  fc.assert(
    fc.property(anyName, (said) => {
      const name = fileNameFor(said);
      expect(path.dirname(path.join('/home/files', name))).toBe(path.resolve('/home/files'));
      expect(path.win32.basename(name)).toBe(name);
      expect(name).not.toMatch(/^\.|[\p{Cc}\p{Cs}]/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
    { numRuns: 500 },
  );
});
