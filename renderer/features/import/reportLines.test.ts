import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { reportLines } from './reportLines.ts';

/** Of two rows that differ one is there already, and the other adds an account to somebody who is. */
const report: ImportReport = {
  read: 14,
  added: 5,
  unchanged: 6,
  refused: [],
  differing: [
    { line: 2, fields: ['email'] },
    { line: 3, fields: ['name'] },
  ],
  repeated: [{ line: 4, firstLine: 2 }],
  counts: { refused: 3, differing: 2, repeated: 1 },
  overLimit: 2,
  reasons: [],
  readAs: { encoding: 'utf-8', separator: ',' },
};
const bare: ImportReport = {
  ...report,
  read: 2,
  unchanged: 0,
  added: 2,
  counts: { refused: 0, differing: 2, repeated: 0 },
  overLimit: 0,
};

describe('the figures of a report', () => {
  it.each([
    ['with all there can be', report],
    ['of rows of which each adds something and differs', bare],
  ])('add up to the rows that were read, none of which is counted twice: %s', (_, each) => {
    for (const isTrial of [true, false]) {
      const lines = reportLines(each, isTrial);
      const total = lines.find(({ role }) => role === 'total');
      const summands = lines.filter(({ role }) => role === undefined);
      expect(summands.reduce((sum, { count }) => sum + count, 0)).toBe(total?.count);
    }
  });

  it('have no part that is more than what it is of', () => {
    for (const each of [report, bare]) {
      const lines = reportLines(each, false);
      const tooLarge = lines.filter(
        ({ role, count }, index) => role === 'part' && count > (lines[index - 1]?.count ?? 0),
      );
      expect(tooLarge).toEqual([]);
    }
  });

  it('name each kind of row once', () => {
    expect(reportLines(report, true).map(({ name, count }) => `${name} ${count}`)).toEqual([
      'toAdd 5',
      'overLimit 2',
      'unchanged 5',
      'repeated 1',
      'refused 3',
      'read 14',
    ]);
    expect(reportLines(bare, false).map(({ name, count }) => `${name} ${count}`)).toEqual([
      'added 2',
      'unchanged 0',
      'refused 0',
      'read 2',
    ]);
  });
});
