import type { z } from 'zod';
import type { Ask } from './command.ts';
import type { EventId, PersonId } from './ids.ts';
import type { Result } from './result.ts';

/** The cells of one row of a file, by the names in its header. */
export type Cells = Readonly<Record<string, string>>;

/** By what a row is the same one in a second run. */
export interface SameAs {
  readonly person: PersonId;
  readonly text: string;
}

/** One command that a row asks for. */
export interface ImportedCommand {
  readonly command: string;
  readonly input: object;
  /**
   * The engine turns it into a command id under a key of the person, so that nobody can guess the text
   * from the id, and the link ends with the person.
   */
  readonly sameAs?: SameAs;
}

/** What is to become of a row. */
export type ImportStep =
  | {
      readonly kind: 'commands';
      readonly commands: readonly ImportedCommand[];
      /** Of a part of the row that is here already: what the file says otherwise. */
      readonly differing?: readonly string[];
    }
  /** Already here; `differing` names what the file says otherwise. */
  | { readonly kind: 'unchanged'; readonly differing: readonly string[] }
  /** Says what the row of the file that begins in `firstLine` says, and goes the way of that one. */
  | { readonly kind: 'repeats'; readonly firstLine: number }
  /** With at least one fault: everything that somebody who mends the row has to mend. */
  | { readonly kind: 'refused'; readonly faults: RowFaults };

/** The row says what an earlier one has said, which was refused. */
export interface RepeatsRefusedRow {
  readonly type: 'RepeatsRefusedRow';
  /** Where that row begins. */
  readonly firstLine: number;
}

/** One thing that is wrong with a row. */
export interface RowFault {
  readonly type: string;
}

export type RowFaults = readonly [RowFault, ...RowFault[]];

/** What a row is refused for, which is something. */
export const rowFaultsOf = (faults: readonly RowFault[]): RowFaults => {
  const [first, ...others] = faults;
  if (first === undefined) throw new Error('a row is refused for something');
  return [first, ...others];
};

/** An event of this daybook, and the id of the record that it belongs to. */
export interface WrittenEvent {
  readonly eventId: EventId;
  readonly recordId: string;
}

/** What a row may know besides its cells. */
export interface ImportContext {
  readonly currency: string;
  readonly ask: Ask;
  readonly newId: () => string;
  readonly eventById: (id: EventId) => WrittenEvent | null;
  /** The event that a command of this name has written in an earlier run for the same `sameAs`. */
  readonly eventOf: (command: string, sameAs: SameAs) => WrittenEvent | null;
}

/** One run over one file. It may remember rows it has seen, since rows of a run are not in the views yet. */
export interface ImportRun {
  /** `line` is the first one of the row. */
  readonly decide: (cells: Cells, context: ImportContext, line: number) => ImportStep;
  /**
   * Whose row it is, for somebody who looks for the row: a name or a reference as the file has it. Never
   * what the daybook knows, since a report is kept in mind, and an erasure does not reach into it.
   */
  readonly whose: (cells: Cells) => string;
}

/** A kind of file that can be brought in, row by row, through the same commands as if somebody typed them. */
// oxlint-disable-next-line -- `any` stands for "each import its own"; see build/oxlint.json
export interface ImportDefinition<Map = any> {
  readonly name: string;
  readonly map: z.ZodType<Map, unknown>;
  /** Begins a run; refuses a map that names columns that the file does not have. */
  readonly begin: (
    map: Map,
    header: readonly string[],
  ) => Result<ImportRun, { readonly type: string }>;
  /** A command without `sameAs` comes in again with each run of the file: a check counts those. */
  readonly isRepeatable?: true;
  /** Whether what a row would write lets an account pass its limit, as somebody has approved: a check counts it. */
  readonly isOverLimit?: (event: { readonly type: string; readonly data: object }) => boolean;
}

export const defineImport = <Map>(definition: ImportDefinition<Map>): ImportDefinition<Map> =>
  definition;
