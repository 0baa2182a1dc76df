import type { Refusal } from '../../shared/protocol.ts';
import { sentenceFor } from './sentences.ts';
import { Stop } from './Stop.ts';

/** What is not the caller's doing: the same call may go through another time. */
const cannotGoOn =
  /^(Storage\w+|CommitOutcomeUnknown|OutcomeUnknown|Closed|Unexpected|ErasureUnfinished|JobRunning|Cancelled|ReadOnly)$/u;

/** Ends the program for a refusal by an open daybook: wrong usage, unless the daybook itself cannot go on. */
export const stopFor = (refusal: Refusal): Stop =>
  new Stop(cannotGoOn.test(refusal.type) ? 3 : 2, sentenceFor(refusal));
