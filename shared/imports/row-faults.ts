import type { RowFault } from '../kernel/import.ts';

interface RefusedRow {
  readonly error: RowFault;
  readonly more?: readonly RowFault[];
}

interface Issue {
  readonly path: string;
}

const issuesOf = (fault: RowFault): readonly Issue[] =>
  'issues' in fault && Array.isArray(fault.issues) ? (fault.issues as readonly Issue[]) : [];

/** The field that is wrong, `details.phones.3` being one with `details.phones.1`. */
const fieldOf = ({ path }: Issue): string => path.replace(/\.\d+$/u, '');

/** One fault for each field that does not fit. */
const byField = (fault: RowFault): readonly RowFault[] => {
  if (fault.type !== 'InputInvalid') return [fault];
  const fields = [...Map.groupBy(issuesOf(fault), fieldOf).values()];
  return fields.length < 2 ? [fault] : fields.map((issues) => ({ ...fault, issues }));
};

/** All that is wrong with a refused row, one thing at a time: each field that does not fit by itself. */
export const rowFaults = ({ error, more = [] }: RefusedRow): readonly RowFault[] =>
  [error, ...more].flatMap(byField);
