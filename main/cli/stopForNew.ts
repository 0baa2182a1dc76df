import type { Refusal } from '../../shared/protocol/refusal.ts';
import { sentenceFor } from './sentences.ts';
import { Stop } from './Stop.ts';

/** What the person can put right by calling again with something else. */
const wrongUsage: readonly string[] = [
  'FolderNotEmpty',
  'CurrencyInvalid',
  'IdentityInvalid',
  'PassphraseEmpty',
];

/** Ends the program for a daybook that could not be made. */
export const stopForNew = (refusal: Refusal): Stop =>
  new Stop(wrongUsage.includes(refusal.type) ? 2 : 3, sentenceFor(refusal));
