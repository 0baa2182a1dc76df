import type { Ending } from '../../api/useEnding.ts';
import type { Language } from '../../text/languages.ts';
import type { Say } from '../../text/useText.ts';
import { formatMoment } from '../../text/when.ts';

/** Where long work was begun that this page knows nothing of, and when it has ended. */
export const endedSentence = (
  { at, isFromHere }: Pick<Ending, 'at' | 'isFromHere'>,
  say: Say,
  language: Language,
): string =>
  say(isFromHere ? 'exchange.endedBefore' : 'exchange.endedElsewhere', {
    when: formatMoment(at, language),
  });
