import type { Refusal } from '../../shared/protocol/refusal.ts';
import { sentenceFor } from './sentences.ts';
import { Stop } from './Stop.ts';

/** What is not the caller's doing: the same call may go through another time, or with a sound daybook. */
const cannotGoOn: readonly string[] = [
  'CommitOutcomeUnknown',
  'Closed',
  'Unexpected',
  'ErasureUnfinished',
  'JobRunning',
  'Cancelled',
  'ReadOnly',
  'FilesDeleted',
  'PersonalPartUnreadable',
  'EventUnreadable',
  'NeedsNewerDaybook',
];

const isOfTheDaybook = ({ type }: Refusal): boolean =>
  cannotGoOn.includes(type) || type.startsWith('Storage');

/** Ends the program for a refusal by an open daybook: wrong usage, unless the daybook itself cannot go on. */
export const stopFor = (refusal: Refusal): Stop =>
  new Stop(isOfTheDaybook(refusal) ? 3 : 2, sentenceFor(refusal));
