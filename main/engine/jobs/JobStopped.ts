import type { Refusal } from '../../../shared/protocol/refusal.ts';

/** The daybook cannot go on, so a job ends with this refusal; what it has done so far stays done. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}
