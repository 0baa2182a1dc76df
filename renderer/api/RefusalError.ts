import type { Refusal } from '../../shared/protocol/refusal.ts';

/** Carries a refusal through code that only knows thrown errors, such as a query. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}
