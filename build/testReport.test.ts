import { describe, expect, it } from 'vitest';
import { countCheck, countReport, sum } from './testReport.ts';

const file = (status: string, ...statuses: readonly string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});
const report = (...files: readonly unknown[]): string => JSON.stringify({ testResults: files });

describe('the count of a report', () => {
  it('is the count of its tests', () => {
    const text = report(file('passed', 'passed', 'passed', 'skipped'), file('passed', 'passed'));
    expect(countReport(text, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });
  it('has the failed tests', () => {
    const text = report(file('failed', 'passed', 'failed'));
    expect(countReport(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
  it('has a failure for a file that fell over before its first test', () => {
    const text = report(file('failed'), file('passed', 'passed'));
    expect(countReport(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
  it('has a failure for a bad exit with no failed test', () => {
    const text = report(file('passed', 'passed'));
    expect(countReport(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
  it('has a failure for a run without a test', () => {
    expect(countReport(report(), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it.each([null, '', '{', '[]', 'null', '{"testResults":1}', '{"testResults":[{}]}'])(
    'is one failure for the report %j',
    (text) => {
      expect(countReport(text, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    },
  );
});

describe('the count of a check', () => {
  it('is one, whichever way it went', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('the sum', () => {
  it('adds each column', () => {
    expect(sum([countCheck(0), countCheck(1), { passed: 4, failed: 2, skipped: 1 }])).toEqual({
      passed: 5,
      failed: 3,
      skipped: 1,
    });
  });
});
