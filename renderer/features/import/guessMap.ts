import {
  dayOrders,
  readDay,
  readDecimal,
  readKind,
  type DayOrder,
  type Formats,
} from '../../../shared/imports/formats.ts';
import { decimalSigns, type DecimalSign } from '../../../shared/kernel/written-amount.ts';
import { exportedEntryColumns } from '../../../shared/protocol/exporting.ts';
import { columnWords } from './columnWords.ts';
import {
  formatOf,
  importFields,
  type FormatName,
  type ImportField,
  type ImportKind,
} from './importFields.ts';
import { canBeNamed, columnsFrom, type FieldSource, type MapDraft } from './mapDraft.ts';

/** The header of a file and its first rows, cells in the order of the header. */
export interface FileFront {
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
}

type Words = keyof typeof columnWords;

/** Upper or lower case, and what stands between the words, say nothing. */
const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replaceAll(/\([^)]*\)|[^\p{L}\p{N}]/gu, '');

const finder = (header: readonly string[]) => {
  const names = header.filter(canBeNamed).map((name) => [name, folded(name)] as const);
  /** The columns of this meaning, in the order of the words. */
  const all = (words: Words): readonly string[] => {
    const known: readonly string[] = columnWords[words];
    // Of what somebody has several of, the columns are numbered: `phone1`, `Phone 2`.
    const isMeant = (each: string, word: string): boolean =>
      each === word || (words === 'phones' && each.replace(/\d+$/u, '') === word);
    return known.flatMap((word) =>
      names.filter(([, each]) => isMeant(each, word)).map(([name]) => name),
    );
  };
  return { all, first: (words: Words): string | null => all(words)[0] ?? null };
};

type Finder = ReturnType<typeof finder>;
type Sources = Partial<Record<ImportField, FieldSource>>;

const nameFrom = ({ first }: Finder): FieldSource | null => {
  const [given, family, whole] = [first('givenName'), first('familyName'), first('name')];
  // 성, 이름: then the second one is the given name, and nothing stands between the two.
  const korean = first('koreanFamilyName');
  if (korean !== null && whole !== null) return columnsFrom([korean, whole], '');
  if (given !== null && family !== null) return columnsFrom([given, family], ' ');
  const only = whole ?? given ?? family;
  return only === null ? null : columnsFrom([only], ' ');
};

const addressFrom = ({ first }: Finder): FieldSource | null => {
  const street = first('address');
  const columns = [street, first('postalCode'), first('city'), first('country')];
  const found = columns.filter((column) => column !== null);
  return street === null || found.length === 0 ? null : columnsFrom(found, ', ');
};

const peopleSources = (find: Finder): Sources => {
  const one = (words: Words): FieldSource | null => {
    const column = find.first(words);
    return column === null ? null : columnsFrom([column], ' ');
  };
  const phones = find.all('phones');
  const found = {
    reference: one('reference'),
    name: nameFrom(find),
    phones: phones.length > 0 ? columnsFrom(phones, ' ') : null,
    email: one('email'),
    address: addressFrom(find),
    birthDate: one('birthDate'),
    note: one('note'),
    limit: one('limit'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, source]) => source !== null));
};

/**
 * Only of entries that Daybook has exported. Elsewhere "Approval" may hold "No" or "Pending", and whatever
 * stands in this field lets a charge pass the limit.
 */
const approvalOf = (header: readonly string[]): string | null =>
  header.length === exportedEntryColumns.length &&
  exportedEntryColumns.every((name, index) => header[index] === name)
    ? 'approval'
    : null;

const entrySources = (find: Finder, header: readonly string[]): Sources => {
  const amount = find.first('amount');
  const kind = find.first('kind');
  const person = find.first('person') ?? find.first('reference');
  const found = {
    person,
    amount,
    occurredOn: find.first('day'),
    // A column that says whose an entry is cannot say as well which one it is.
    reference: find.all('entryReference').find((column) => column !== person) ?? null,
    memo: find.first('memo'),
    approval: approvalOf(header),
  };
  const sources: Sources = {};
  for (const [field, column] of Object.entries(found))
    if (column !== null) sources[field as keyof typeof found] = columnsFrom([column], ' ');
  const isOfPayments = amount !== null && columnWords.payments.includes(folded(amount));
  sources.kind =
    kind === null
      ? { from: 'text', text: isOfPayments ? 'pay' : 'charge' }
      : columnsFrom([kind], ' ');
  return sources;
};

/** Rows with a day and an amount are entries; anything else is taken for people. */
export const guessKind = ({ header }: FileFront): ImportKind => {
  const { first } = finder(header);
  return first('day') !== null && first('amount') !== null ? 'entries' : 'people';
};

const valuesOf = ({ header, rows }: FileFront, source: FieldSource | null): string[] => {
  if (source?.from !== 'columns' || source.columns.length !== 1) return [];
  const index = header.indexOf(source.columns[0] ?? '');
  return rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => text !== '');
};

/**
 * The order in which every day is one, rather the one that is in use; null for days as programs write them,
 * or for none that can be told.
 */
export const guessDayOrder = (texts: readonly string[], inUse?: DayOrder): DayOrder | null => {
  if (texts.every((text) => readDay(text) !== null)) return null;
  const orders = inUse === undefined ? dayOrders : [inUse, ...dayOrders];
  return orders.find((order) => texts.every((text) => readDay(text, order) !== null)) ?? null;
};

const isPlain = (text: string | null): boolean => text !== null && /^-?\d+(?:\.\d+)?$/u.test(text);

const guessDecimal = (texts: readonly string[], inUse?: DecimalSign): DecimalSign | undefined => {
  if (texts.every(isPlain)) return undefined;
  const signs = inUse === undefined ? decimalSigns : [inUse, ...decimalSigns];
  return signs.find((sign) => texts.every((text) => isPlain(readDecimal(text, sign))));
};

const isWordFor = (words: 'charge' | 'pay', text: string): boolean =>
  columnWords[words].includes(folded(text));

const isKind = (text: string): boolean => text === 'charge' || text === 'pay';

/** The words of a column for a charge and for a payment; null where they are those of the program. */
const guessKindWords = (
  texts: readonly string[],
  inUse: Formats['kinds'],
): NonNullable<Formats['kinds']> | null => {
  const distinct = [...new Set(texts)].slice(0, 20);
  if (distinct.every(isKind)) return null;
  if (inUse && distinct.every((text) => isKind(readKind(text, inUse)))) return inUse;
  return {
    charge: distinct.filter((text) => isWordFor('charge', text)),
    pay: distinct.filter((text) => isWordFor('pay', text)),
  };
};

/** One format, by the cells of a column; of several that fit, the one that is in use. */
const guessFormat = (name: FormatName, texts: readonly string[], inUse: Formats): Formats => {
  switch (name) {
    case 'day': {
      const day = guessDayOrder(texts, inUse.day);
      return day === null ? {} : { day };
    }
    case 'decimal': {
      const decimal = guessDecimal(texts, inUse.decimal);
      return decimal === undefined ? {} : { decimal };
    }
    case 'kinds': {
      const kinds = guessKindWords(texts, inUse.kinds);
      return kinds === null ? {} : { kinds };
    }
  }
};

/** Takes another column for a field. Another one may write otherwise, unless somebody has said how. */
export const takeSource = (
  draft: MapDraft,
  field: ImportField,
  source: FieldSource | null,
  front: FileFront,
): MapDraft => {
  const { [field]: _source, ...others } = draft.sources;
  const sources = source === null ? others : { ...others, [field]: source };
  const name = formatOf(field);
  if (name === null || draft.byHand.includes(name)) return { ...draft, sources };
  const { [name]: _format, ...formats } = draft.formats;
  const texts = valuesOf(front, source);
  return { ...draft, sources, formats: { ...formats, ...guessFormat(name, texts, draft.formats) } };
};

/** A map by the names in the header, and by how the first rows are written. */
export const guessMap = (kind: ImportKind, front: FileFront): MapDraft => {
  const find = finder(front.header);
  const sources = kind === 'people' ? peopleSources(find) : entrySources(find, front.header);
  return importFields[kind].reduce<MapDraft>(
    (draft, field) => takeSource(draft, field, sources[field] ?? null, front),
    { sources: {}, formats: {}, byHand: [] },
  );
};
