import type { Row } from '../Row.ts';

/** Says what has come out so far, as all of it takes long. */
export const tell = (rows: readonly Row[]): readonly Row[] => {
  for (const { work, ours, unit } of rows)
    process.stderr.write(`${work}: ${ours.map((value) => value.toFixed(1)).join(', ')} ${unit}\n`);
  return rows;
};
