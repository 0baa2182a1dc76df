import { moneySchema } from '../../../shared/kernel/money.ts';
import { formatMoney } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';
import type { Say } from '../../text/useText.ts';
import { wordsFor } from './eventFields.ts';

/** A field of an event as it is shown. */
export interface FieldLine {
  readonly name: string;
  readonly text: string;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of what there are no words for: as the log has it, but for amounts. */
const plainText = (value: unknown, language: Language): string => {
  const money = moneySchema.safeParse(value);
  if (money.success) return formatMoney(money.data, language);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/**
 * What is in an event, line by line. A whole in it gives its own lines. A field of a newer program stands
 * there by its name in the format.
 */
export const fieldLines = (
  type: string,
  fields: object,
  say: Say,
  language: Language,
): readonly FieldLine[] =>
  Object.entries(fields).flatMap(([field, value]: [string, unknown]) => {
    const words = wordsFor(type, field);
    if (words === undefined && isPlain(value) && !moneySchema.safeParse(value).success)
      return fieldLines(type, value, say, language);
    const text = value === null ? say('history.removed') : words?.text(value, say, language);
    return [
      {
        name: words === undefined ? field : say(words.label),
        text: text ?? plainText(value, language),
      },
    ];
  });
