export type SqlValue = string | number | bigint | null | Uint8Array;

/** A statement and its parameters. Text gets into a statement only through the `sql` tag. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Builds a statement: other `Sql` is spliced in, every other value becomes a bound parameter. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql => {
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (typeof part === 'object' && part !== null && 'text' in part) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
};

export const emptySql: Sql = { text: '', values: [] };

/** Joins fragments with a separator, for lists of conditions. */
export const joinSql = (fragments: readonly Sql[], separator: ' AND ' | ' OR ' | ', '): Sql => ({
  text: fragments.map(({ text }) => text).join(separator),
  values: fragments.flatMap(({ values }) => values),
});
