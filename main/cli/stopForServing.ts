import type { Refusal } from '../../shared/protocol/refusal.ts';
import { sentenceFor } from './sentences.ts';
import { Stop } from './Stop.ts';

/** Ends the program for what keeps the window from being served: mostly that the daybook does not open. */
export const stopForServing = (refusal: Refusal): Stop =>
  // A port that nobody may use is a wrong argument; one that is taken may be free another time.
  new Stop(refusal.type === 'PortForbidden' ? 2 : 3, sentenceFor(refusal));
