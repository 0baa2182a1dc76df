import type { ExportReport } from '../../../shared/protocol.ts';
import type { Say } from '../../text/useText.ts';

/** What was written, and whether something had to be left out. */
export const exportedSentence = (
  { written, leftOut }: ExportReport,
  name: string,
  say: Say,
): string => {
  const wrote = say('exchange.exported', { count: written, name });
  return leftOut === 0 ? wrote : `${wrote} ${say('exchange.leftOut', { count: leftOut })}`;
};
