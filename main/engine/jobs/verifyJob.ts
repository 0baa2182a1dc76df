import type { Finding } from '../../../shared/protocol/finding.ts';
import { SLICE_MS, type JobRun } from './JobRun.ts';

/** One part of a verification. */
export interface VerifyPart {
  readonly step: (milliseconds: number) => 'more' | 'done';
  /** How many events, or keys, it has been through, of how many. */
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly findings: () => readonly Finding[];
}

/** Runs the parts of a verification one after the other as one job. */
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
    progress: () => {
      const each = parts.map((part, index) => {
        const { done, total } = part.progress();
        return { done: index < current ? total : Math.min(done, total), total };
      });
      return {
        done: each.reduce((sum, { done }) => sum + done, 0),
        total: each.reduce((sum, { total }) => sum + total, 0),
      };
    },
    report: () => ({
      kind: 'verify',
      sound: findings().length === 0,
      events,
      findings: findings(),
    }),
    end: () => undefined,
  };
};
