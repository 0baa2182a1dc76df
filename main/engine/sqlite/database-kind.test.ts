import { describe, expect, test } from 'vitest';
import { applicationIds, checkKind } from './database-kind.ts';
import { readDatabaseHeader } from './database-header.ts';

const kind = { applicationId: applicationIds.log, newestFormat: 2 };
const header = (applicationId: number, userVersion: number) => ({ applicationId, userVersion });

describe('a file of ours', () => {
  test('is read in every format up to the newest', () => {
    expect(checkKind('f', kind, header(applicationIds.log, 1)).ok).toBe(true);
    expect(checkKind('f', kind, header(applicationIds.log, 2)).ok).toBe(true);
  });

  test('is refused when it is newer', () => {
    expect(checkKind('f', kind, header(applicationIds.log, 3))).toEqual({
      ok: false,
      error: { type: 'FormatTooNew', path: 'f', found: 3, newest: 2 },
    });
  });

  test('is refused without a format', () => {
    for (const version of [0, -1]) {
      expect(checkKind('f', kind, header(applicationIds.log, version))).toMatchObject({
        error: { type: 'NotADatabase' },
      });
    }
  });
});

test('a file of another kind is refused', () => {
  expect(checkKind('f', kind, header(applicationIds.keys, 1))).toEqual({
    ok: false,
    error: { type: 'ForeignDatabase', path: 'f', applicationId: applicationIds.keys },
  });
  expect(checkKind('f', kind, null)).toMatchObject({ error: { type: 'NotADatabase' } });
});

describe('the header of a file', () => {
  test('is none when it is cut or says something else', () => {
    const bytes = Buffer.alloc(100);
    expect(readDatabaseHeader(bytes)).toBeNull();
    bytes.write('SQLite format 3\0', 'latin1');
    expect(readDatabaseHeader(bytes.subarray(0, 99))).toBeNull();
    expect(readDatabaseHeader(bytes)).toEqual(header(0, 0));
  });

  test('tells kind and format', () => {
    const bytes = Buffer.alloc(100);
    bytes.write('SQLite format 3\0', 'latin1');
    bytes.writeInt32BE(applicationIds.state, 68);
    bytes.writeInt32BE(7, 60);
    expect(readDatabaseHeader(bytes)).toEqual(header(applicationIds.state, 7));
  });
});
