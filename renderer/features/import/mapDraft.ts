import type { Formats } from '../../../shared/imports/formats.ts';
import {
  importFields,
  isRequired,
  type FormatName,
  type ImportField,
  type ImportKind,
} from './importFields.ts';

/** Where a field comes from. A template that is none of the simple cases is kept as it is. */
export type FieldSource =
  | { readonly from: 'columns'; readonly columns: readonly string[]; readonly between: string }
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'templates'; readonly templates: readonly string[] };

/** A map while somebody works on it. A field that is not in it is not brought in. */
export interface MapDraft {
  readonly sources: Readonly<Partial<Record<ImportField, FieldSource>>>;
  readonly formats: Formats;
  /** Which of the formats somebody has said: they are not guessed anew, whatever column is chosen. */
  readonly byHand: readonly FormatName[];
}

/** A format as somebody has said it. */
export const sayFormat = (draft: MapDraft, name: FormatName, formats: Formats): MapDraft => ({
  ...draft,
  formats,
  byHand: [...new Set([...draft.byHand, name])],
});

const withBraces = (text: string): string => text.replaceAll(/[{}]/gu, '$&$&');
const withoutBraces = (text: string): string =>
  text.replaceAll(/\{\{|\}\}/gu, (pair) => pair.charAt(0));

/** A template cannot name a column with a brace in it. */
export const canBeNamed = (column: string): boolean => !/[{}]/u.test(column);

export const columnsFrom = (columns: readonly string[], between: string): FieldSource => ({
  from: 'columns',
  columns,
  between,
});

const templateOf = (source: FieldSource): string => {
  switch (source.from) {
    case 'columns':
      return source.columns.map((name) => `{${name}}`).join(withBraces(source.between));
    case 'text':
      return withBraces(source.text);
    case 'templates':
      return source.templates.join(' ');
  }
};

/** Several numbers of one person are several templates; of any other field there is one. */
export const templatesOf = (field: ImportField, source: FieldSource): readonly string[] => {
  if (field !== 'phones') return [templateOf(source)];
  switch (source.from) {
    case 'columns':
      return source.columns.map((name) => `{${name}}`);
    case 'templates':
      return source.templates;
    case 'text':
      return [templateOf(source)];
  }
};

const piece = /\{\{|\}\}|\{([^{}]*)\}|[^{}]+/gu;

/** Reads a template as one of the simple cases, where it is one. */
export const sourceOf = (template: string): FieldSource => {
  const columns: string[] = [];
  const texts = [''];
  for (const [found, column] of template.matchAll(piece)) {
    if (column === undefined) texts[texts.length - 1] += found;
    else {
      columns.push(column.trim());
      texts.push('');
    }
  }
  const asIs: FieldSource = { from: 'templates', templates: [template] };
  if (columns.length === 0) {
    const text = withoutBraces(template);
    return withBraces(text) === template ? { from: 'text', text } : asIs;
  }
  const between = withoutBraces(texts[1] ?? '');
  const simple = columnsFrom(columns, columns.length === 1 ? ' ' : between);
  return templateOf(simple) === template ? simple : asIs;
};

const isText = (value: unknown): value is string => typeof value === 'string';

const phonesOf = (templates: readonly string[]): FieldSource => {
  const sources = templates.map(sourceOf);
  const columns = sources.flatMap((source) =>
    source.from === 'columns' && source.columns.length === 1 ? source.columns : [],
  );
  return columns.length === templates.length
    ? columnsFrom(columns, ' ')
    : { from: 'templates', templates };
};

const part = (map: object, name: string): Readonly<Record<string, unknown>> => {
  const value: unknown = Object.getOwnPropertyDescriptor(map, name)?.value;
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

/** What a map says of each field. */
const templatesIn = (kind: ImportKind, map: object): ReadonlyMap<ImportField, unknown> => {
  const details: Readonly<Record<string, unknown>> =
    kind === 'people'
      ? { ...part(map, 'details'), limit: part(map, 'account')['limit'] }
      : { ...map };
  return new Map(importFields[kind].map((field) => [field, details[field]]));
};

/** Takes a map up, such as one that was saved. */
export const draftOf = (
  kind: ImportKind,
  map: object,
  formats: Formats,
  byHand: readonly FormatName[] = [],
): MapDraft => {
  const sources: Partial<Record<ImportField, FieldSource>> = {};
  for (const [field, templates] of templatesIn(kind, map)) {
    if (Array.isArray(templates)) sources[field] = phonesOf(templates.filter(isText));
    else if (isText(templates)) sources[field] = sourceOf(templates);
  }
  return { sources, formats, byHand };
};

const renamedIn = (template: string, rename: (column: string) => string): string =>
  template.replaceAll(piece, (found: string, column?: string) =>
    column === undefined ? found : `{${rename(column.trim())}}`,
  );

/** The same map with other words for the columns. */
export const renameColumns = (
  { sources, ...said }: MapDraft,
  rename: (column: string) => string,
): MapDraft => {
  const renamed = (source: FieldSource): FieldSource => {
    switch (source.from) {
      case 'columns':
        return { ...source, columns: source.columns.map(rename) };
      case 'templates':
        return {
          ...source,
          templates: source.templates.map((template) => renamedIn(template, rename)),
        };
      case 'text':
        return source;
    }
  };
  return {
    ...said,
    sources: Object.fromEntries(
      Object.entries(sources).map(([field, source]) => [field, renamed(source)]),
    ),
  };
};

const isSaid = (source: FieldSource): boolean =>
  source.from === 'columns' ? source.columns.length > 0 : templateOf(source).trim() !== '';

/** The map as the program and the command line take it. */
export const mapOf = (
  kind: ImportKind,
  { sources, formats }: MapDraft,
): Record<string, unknown> => {
  const said = importFields[kind].flatMap((field) => {
    const source = sources[field];
    if (!source || !isSaid(source)) return [];
    const templates = templatesOf(field, source);
    return [[field, field === 'phones' ? templates : templates[0]] as const];
  });
  const { kinds, ...cells } = formats;
  const used = kind === 'entries' && kinds ? formats : cells;
  const written = Object.keys(used).length > 0 ? { formats: used } : {};
  if (kind === 'entries') return { ...Object.fromEntries(said), ...written };
  const limit = said.find(([field]) => field === 'limit');
  const details = said.filter(([field]) => field !== 'limit');
  return {
    details: Object.fromEntries(details),
    ...(limit ? { account: { limit: limit[1] } } : {}),
    ...written,
  };
};

/** Required fields that nothing is said of. */
export const missingFields = (kind: ImportKind, { sources }: MapDraft): readonly ImportField[] =>
  importFields[kind].filter((field) => {
    const source = sources[field];
    return isRequired(kind, field) && !(source && isSaid(source));
  });

const columnsIn = (field: ImportField, source: FieldSource): readonly string[] =>
  templatesOf(field, source).flatMap((template) =>
    [...template.replaceAll(/\{\{|\}\}/gu, '').matchAll(/\{([^{}]*)\}/gu)].map(
      ([, name]) => name?.trim() ?? '',
    ),
  );

/** Columns that the map speaks of and the file does not have. */
export const unknownColumns = (
  { sources }: MapDraft,
  header: readonly string[],
): readonly string[] => {
  const named = Object.entries(sources).flatMap(([field, source]) =>
    columnsIn(field as ImportField, source),
  );
  return [...new Set(named)].filter((name) => !header.includes(name));
};
