import { moneySchema } from '../../../shared/kernel/money.ts';
import { formatMoney } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';

/** A field of an event as it is shown: by its own name, a part of a whole after a full stop. */
export interface FieldLine {
  readonly name: string;
  readonly text: string;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join('\n');
  return JSON.stringify(value);
};

/**
 * What is in an event, line by line, whatever record it is of: an event of a newer record is read in the
 * same way. Amounts are written as everywhere.
 */
export const fieldLines = (fields: object, language: Language): readonly FieldLine[] =>
  Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const money = moneySchema.safeParse(value);
    if (money.success) return [{ name, text: formatMoney(money.data, language) }];
    return isPlain(value)
      ? fieldLines(value, language).map((line) => ({ ...line, name: `${name}.${line.name}` }))
      : [{ name, text: textOf(value) }];
  });
