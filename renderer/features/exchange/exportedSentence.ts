import type { ExportReport } from '../../../shared/protocol/exporting.ts';
import type { Say } from '../../text/useText.ts';

/** What was written and where, as far as it is known here, and whether something had to be left out. */
export const exportedSentence = (
  { written, leftOut }: ExportReport,
  name: string | null,
  say: Say,
): string => {
  const wrote =
    name === null
      ? say('exchange.exportedSomewhere', { count: written })
      : say('exchange.exported', { count: written, name });
  return leftOut === 0 ? wrote : `${wrote} ${say('exchange.leftOut', { count: leftOut })}`;
};
