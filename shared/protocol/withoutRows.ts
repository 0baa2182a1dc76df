import { err, ok, type Result } from '../kernel/result.ts';
import type { JobRefusal, JobReport } from './jobs.ts';

const ofReport = (report: JobReport): JobReport =>
  report.kind === 'import' ? { ...report, refused: [] } : report;

/**
 * How long work has ended, without the rows of a file that it names: after an erasure one of them may be of
 * somebody who is erased. What is counted stays.
 */
export const withoutRows = (
  outcome: Result<JobReport, JobRefusal>,
): Result<JobReport, JobRefusal> => {
  if (outcome.ok) return ok(ofReport(outcome.value));
  const { report, ...refusal } = outcome.error;
  return err(report === undefined ? outcome.error : { ...refusal, report: ofReport(report) });
};
