/** What one step of `npm test` adds to the closing line. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a static check adds: it passed or it failed, whatever it found. */
export const countCheck = (exitCode: number): Count =>
  exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

interface Assertion {
  readonly status: string;
}

interface TestFile {
  readonly status: string;
  readonly assertionResults: readonly Assertion[];
}

const isTestFile = (value: unknown): value is TestFile =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  'assertionResults' in value &&
  Array.isArray(value.assertionResults);

const readFiles = (text: string): readonly TestFile[] | null => {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof report !== 'object' || report === null || !('testResults' in report)) return null;
  const files: unknown = report.testResults;
  return Array.isArray(files) && files.every(isTestFile) ? files : null;
};

/**
 * What a test runner adds, read from its own JSON report. Never all green when the runner was not:
 * a report that is missing or not readable, a file that fell over before its first test and a bad
 * exit without a failed test each count as one failure. So does a run without a single test.
 *
 * @param text The report, or null where there is none.
 */
export const countReport = (text: string | null, exitCode: number): Count => {
  const files = text === null ? null : readFiles(text);
  if (files === null) return { passed: 0, failed: 1, skipped: 0 };
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const fallenFiles = files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const found = failedTests + fallenFiles;
  const isBadRun = exitCode !== 0 || statuses.length === 0;
  return {
    passed,
    failed: found === 0 && isBadRun ? 1 : found,
    skipped: statuses.length - passed - failedTests,
  };
};

/** The sum of all steps. */
export const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
});
