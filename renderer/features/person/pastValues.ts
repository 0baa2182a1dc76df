import { z } from 'zod';
import type { ViewRow } from '../../../shared/contract.ts';
import { moneySchema, type Money } from '../../../shared/kernel/money.ts';
import { detailNames, type DetailName } from '../../../shared/records/person/details.ts';

export type HistoryRow = ViewRow<'person/history'>;

/** A value as the history shows it: null where there was none. `unknown` where it is not loaded. */
export type PastValue =
  { readonly known: true; readonly text: string | null } | { readonly known: false };

export interface DetailChange {
  readonly field: DetailName;
  readonly before: PastValue;
  readonly after: string | null;
}

const detailValue = z.union([
  z.string(),
  z.array(z.string()).transform((lines) => lines.join(', ')),
]);
const details = z.partialRecord(z.enum(detailNames), detailValue.nullable());
const corrected = z.object({ changes: details });
const withLimit = z.object({ limit: moneySchema });

/** What an event says a person's details are from then on; null where it says nothing, or was erased. */
const detailsIn = (row: HistoryRow): z.infer<typeof details> | null => {
  if (row.type === 'person.registered') return details.safeParse(row.personal).data ?? null;
  if (row.type !== 'person.details-corrected') return null;
  return corrected.safeParse(row.personal).data?.changes ?? null;
};

const beforeIn = (older: readonly HistoryRow[], field: DetailName): PastValue => {
  for (const row of older) {
    const said = detailsIn(row)?.[field];
    if (said !== undefined) return { known: true, text: said };
    if (row.type === 'person.registered') return { known: true, text: null };
  }
  return { known: false };
};

/**
 * What a correction changed, with the values before it. They stand in earlier events, so they are known
 * as far back as the history is loaded.
 *
 * **Shape:** `rows` are newest first; the correction is at `index`.
 */
export const detailChanges = (
  rows: readonly HistoryRow[],
  index: number,
): readonly DetailChange[] => {
  const row = rows[index];
  const changes = row?.type === 'person.details-corrected' ? detailsIn(row) : null;
  if (changes === null) return [];
  const older = rows.slice(index + 1);
  return detailNames
    .filter((field) => changes[field] !== undefined)
    .map((field) => ({ field, before: beforeIn(older, field), after: changes[field] ?? null }));
};

/** The limit of an account before the event at `index`; null where it is not loaded. */
export const limitBefore = (rows: readonly HistoryRow[], index: number): Money | null => {
  const account = rows[index]?.recordId;
  const earlier = rows
    .slice(index + 1)
    .find((row) => row.recordId === account && withLimit.safeParse(row.data).success);
  return withLimit.safeParse(earlier?.data).data?.limit ?? null;
};
