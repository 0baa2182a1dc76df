import type { Refusal } from '../../shared/protocol/refusal.ts';
import { en } from './en.ts';
import type { Language } from './languages.ts';
import { refusalSentence } from './refusalSentence.ts';
import type { Say } from './useText.ts';

type Unanswered = typeof en.unanswered;

const isNamed = (type: string): type is Extract<keyof Unanswered, string> =>
  Object.hasOwn(en.unanswered, type);

/** Why a question has no answer. It was to write nothing, so nothing is said of what was written. */
export const unansweredSentence = (refusal: Refusal, say: Say, language: Language): string =>
  isNamed(refusal.type)
    ? say(`unanswered.${refusal.type}`)
    : refusalSentence(refusal, say, language);
