import type { Finding } from '../../../shared/protocol.ts';
import { SLICE_MS, type JobRun } from './JobRun.ts';

/** One part of a verification. */
export interface VerifyPart {
  readonly step: (milliseconds: number) => 'more' | 'done';
  /** How many events it has been through. */
  readonly done: () => number;
  readonly findings: () => readonly Finding[];
}

/** Runs the parts of a verification one after the other, each over all events, as one job. */
export const createVerifyJob = (
  parts: readonly VerifyPart[],
  events: number,
  onDone: (sound: boolean) => void,
): JobRun => {
  let current = 0;
  const findings = (): readonly Finding[] => parts.flatMap((part) => part.findings());
  return {
    step: () => {
      const part = parts[current];
      if (part?.step(SLICE_MS) === 'done') current += 1;
      if (current < parts.length) return 'more';
      onDone(findings().length === 0);
      return 'done';
    },
    progress: () => ({
      done: parts.reduce((sum, part) => sum + Math.min(part.done(), events), 0),
      total: events * parts.length,
    }),
    report: () => ({
      kind: 'verify',
      sound: findings().length === 0,
      events,
      findings: findings(),
    }),
    end: () => undefined,
  };
};
