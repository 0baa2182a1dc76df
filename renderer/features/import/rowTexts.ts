import { readDay, readDecimal, readKind, type Formats } from '../../../shared/imports/formats.ts';
import { fillTemplate, parseTemplate } from '../../../shared/imports/template.ts';
import type { Cells } from '../../../shared/kernel/import.ts';
import type { ImportField } from './importFields.ts';
import { templatesOf, type FieldSource } from './mapDraft.ts';

/** The cells of a shown row by the names in the header. */
export const cellsOf = (header: readonly string[], cells: readonly string[]): Cells =>
  Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));

/** How a field is read: as its file writes, in the currency of the daybook. */
interface Reading {
  readonly formats: Formats;
  readonly currency: string;
}

const asWritten = (field: ImportField, text: string, { formats, currency }: Reading): string => {
  switch (field) {
    case 'occurredOn':
    case 'birthDate':
      return readDay(text, formats.day) ?? text;
    case 'amount':
    case 'limit':
      return readDecimal(text, formats.decimal, currency) ?? text;
    case 'kind':
      return readKind(text, formats.kinds);
    case 'reference':
    case 'name':
    case 'phones':
    case 'email':
    case 'address':
    case 'note':
    case 'person':
    case 'memo':
    case 'approval':
      return text;
  }
};

/** What a field becomes for a row, as the program would read it; what cannot be read stays as it is. */
export const fieldText = (
  field: ImportField,
  source: FieldSource | undefined,
  cells: Cells,
  reading: Reading,
): string => {
  if (source === undefined) return '';
  const texts = templatesOf(field, source).map((template) => {
    const parsed = parseTemplate(template, Object.keys(cells));
    return parsed.ok ? fillTemplate(parsed.value, cells) : '';
  });
  return asWritten(field, [...new Set(texts)].filter((text) => text !== '').join(', '), reading);
};
