import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOf, folder, read, refusal } from './openCsvUnderTest.ts';

describe('files that are none', () => {
  test.each([
    ['PK\u0003\u0004 [Content_Types].xml xl/workbook.xml', 'excel'],
    ['PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'openDocument'],
    ['PK\u0003\u0004 Index/Document.iwa', 'numbers'],
    ['PK\u0003\u0004 holiday.jpg', 'archive'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'excel'],
    ['%PDF-1.7', 'pdf'],
    ['{\\rtf1 a', 'richText'],
    ['  <!DOCTYPE html><table>', 'webPage'],
    ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'picture'],
    ['\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF', 'picture'],
    ['RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'picture'],
    ['\0\0\0\u0018ftypheic', 'picture'],
    ['7z\u00bc\u00af\u0027\u001c', 'archive'],
    ['SQLite format 3\0\u0010\0\u0001\u0001\0@  \0\0\0\u0005\0\0\0\u0002', 'binary'],
    [
      Array.from({ length: 4096 }, (_, at) => String.fromCharCode((at * 89) % 256)).join(''),
      'binary',
    ],
  ])('%# is recognised', async (content, format) => {
    const file = fileOf(Buffer.from(content, 'latin1'));
    expect(await refusal(file)).toEqual({ type: 'FileIsNoCsv', format });
  });

  test('some control characters make no file of another program', async () => {
    const slips = `a,b\n${'\u0001,\0\n'.repeat(4)}${'1,2\n'.repeat(100)}`;
    expect((await read(slips)).header).toEqual(['a', 'b']);
  });

  test('whoever says how it is encoded has it read so', async () => {
    const korean = Buffer.from(`이름,전화\r\n${'김민수,010\r\n'.repeat(50)}`, 'utf16le');
    expect((await read(korean, { readAs: { encoding: 'utf-16le' } })).header).toEqual([
      '이름',
      '전화',
    ]);
  });

  test('a folder, a pipe, and nothing at all', async () => {
    const inside = path.join(folder, 'inside');
    mkdirSync(inside);
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await refusal(inside)).toMatchObject({ type: 'FileUnreadable', reason: 'notAFile' });
    expect(await refusal(pipe)).toMatchObject({ type: 'FileUnreadable', reason: 'notAFile' });
    expect(await refusal(path.join(folder, 'none'))).toEqual({
      type: 'FileUnreadable',
      file: path.join(folder, 'none'),
      reason: 'ENOENT',
    });
    expect(await refusal('\0')).toMatchObject({ type: 'FileUnreadable' });
  });
});
