import { z } from 'zod';
import { inputSchema } from './envelopes.ts';

/** An exported list can be told so many values that its rows may, or must not, have. */
export const MOST_KEPT_VALUES = 20_000;

/** A column of an exported list: a field of the view's rows, under a heading in the user's language. */
const exportColumnSchema = z.strictObject({
  field: z.string().max(100),
  heading: z.string().max(200),
  /** What stands where there is nothing because the person was erased. */
  erased: z.string().max(100).optional(),
  /** What stands where there is nothing although the person was not erased. */
  missing: z.string().max(100).optional(),
});
export type ExportColumn = z.infer<typeof exportColumnSchema>;

/** The columns of exported entries. An import that meets exactly these takes them for what they are. */
export const exportedEntryColumns = [
  'person',
  'reference',
  'kind',
  'amount',
  'occurredOn',
  'memo',
  'approval',
] as const;

/** What can be written into a file. */
export const exportOrderSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('list'),
    view: z.string().max(100),
    input: inputSchema,
    columns: z.array(exportColumnSchema).min(1).max(100),
    /** Only the rows whose field has one of these values, or all but those; all without it. */
    rows: z
      .strictObject({
        keep: z.enum(['only', 'except']),
        field: z.string().max(100),
        values: z.array(z.string().max(100)).max(MOST_KEPT_VALUES),
      })
      .optional(),
    /** How true and false are written. */
    yes: z.string().max(100),
    no: z.string().max(100),
  }),
  /** People and their limits, as the import of people takes them. */
  z.strictObject({ what: z.literal('people') }),
  /**
   * Entries, as the import of entries takes them. `approvals` are the reasons for charges whose own is not
   * known: `approved`, and `earlier` for one that was within the limit in its time and is beyond that of
   * today.
   */
  z.strictObject({
    what: z.literal('entries'),
    approvals: z
      .strictObject({ approved: z.string().min(1).max(100), earlier: z.string().min(1).max(100) })
      .optional(),
  }),
  /** The events as CloudEvents, a line each; with `personal` those parts are opened. */
  z.strictObject({ what: z.literal('log'), personal: z.boolean() }),
]);
export type ExportOrder = z.infer<typeof exportOrderSchema>;

/** What was written into a file. All of it is as the daybook was at one position. */
export interface ExportReport {
  /** Rows below the heading, or events. */
  readonly written: number;
  /** What the format cannot carry, see `docs/file-formats.md`. */
  readonly leftOut: number;
  readonly position: number;
}
