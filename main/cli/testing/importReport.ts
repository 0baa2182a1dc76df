import { daybook, readLines, type Outcome } from './DaybookProcess.ts';

/** What the command line says of an import. */
export interface ImportReport {
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly {
    readonly line: number;
    readonly error: { readonly type: string; readonly [field: string]: unknown };
  }[];
}

export const reportOf = (outcome: Outcome): ImportReport => {
  const [first] = readLines(outcome);
  if (first === undefined) throw new Error(outcome.stderr);
  return first as ImportReport;
};

/** Read, added, unchanged, refused. */
export const figuresOf = ({ read, added, unchanged, refused }: ImportReport): readonly number[] => [
  read,
  added,
  unchanged,
  refused.length,
];

export const totalsOf = async (folder: string): Promise<unknown> =>
  (readLines(await daybook(['ask', folder, 'overview/totals']))[0] as { rows: unknown[] }).rows[0];
