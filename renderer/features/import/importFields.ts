/** What can be brought in. */
export const importKinds = ['people', 'entries'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a row of a file can say of a person or of an entry; the names are those of the maps. */
export const importFields = {
  people: ['reference', 'name', 'phones', 'email', 'address', 'birthDate', 'note', 'limit'],
  entries: ['person', 'kind', 'amount', 'occurredOn', 'reference', 'memo', 'approval'],
} as const;
export type ImportField = (typeof importFields)[ImportKind][number];

/** What a file may write in its own way. */
export const formatNames = ['day', 'decimal', 'kinds'] as const;
export type FormatName = (typeof formatNames)[number];

const formats: Readonly<Partial<Record<ImportField, FormatName>>> = {
  birthDate: 'day',
  occurredOn: 'day',
  limit: 'decimal',
  amount: 'decimal',
  kind: 'kinds',
};

/** The format in which the cells of a field are written; null where they are taken as they are. */
export const formatOf = (field: ImportField): FormatName | null => formats[field] ?? null;

const required: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  people: ['reference', 'name'],
  entries: ['person', 'kind', 'amount', 'occurredOn'],
};

export const isRequired = (kind: ImportKind, field: ImportField): boolean =>
  required[kind].includes(field);

/** What stands between two columns that are put together, unless somebody says otherwise. */
export const usualBetween = (field: ImportField): string => (field === 'address' ? ', ' : ' ');
