import type { CommandDefinition } from '../../../shared/kernel/command.ts';
import type { EventDefinition, EventDefinitions } from '../../../shared/kernel/event.ts';
import type { AnyRecord, Upcast } from '../../../shared/kernel/record.ts';

/** All that is known of one event type: whose it is, its current version, and the way there from each old one. */
export interface EventKind {
  readonly type: string;
  readonly record: AnyRecord;
  readonly definition: EventDefinition;
  /** `steps[n - 1]` lifts version n to n + 1. */
  readonly steps: readonly Upcast[];
}

/** Every record, event type and command that this Daybook knows, found by own name. */
export interface EventCatalog {
  readonly records: readonly AnyRecord[];
  /** The record that the others are about, if there is one. */
  readonly subjectRecord: AnyRecord | null;
  readonly kind: (type: string) => EventKind | undefined;
  readonly record: (name: string) => AnyRecord | undefined;
  readonly command: (
    name: string,
  ) => { readonly record: AnyRecord; readonly definition: CommandDefinition } | undefined;
  /** The record whose stream this is, by the stream's name. */
  readonly recordOfStream: (stream: string) => AnyRecord | undefined;
}

/** The name of a record's stream. */
export const streamName = (record: { readonly name: string }, id: string): string =>
  `${record.name}-${id}`;

const UUID_LENGTH = 36;

/** The id within a stream's name: its last 36 characters. */
export const streamIdOf = (stream: string): string => stream.slice(-UUID_LENGTH);

const recordNameOf = (stream: string): string => stream.slice(0, -UUID_LENGTH - 1);

/** A mistake in the records themselves, found before the first event is read. */
export class CatalogInvalid extends Error {
  override readonly name = 'CatalogInvalid';
}

const chainOf = (record: AnyRecord, type: string, schema: number): readonly Upcast[] => {
  const upcasts: Readonly<Record<number, Upcast>> = record.upcasts[type] ?? {};
  const steps = Array.from({ length: schema - 1 }, (_, index) => {
    const step = upcasts[index + 1];
    if (!step) throw new CatalogInvalid(`${type}: no upcast from version ${index + 1}`);
    return step;
  });
  const beyond = Object.keys(upcasts).find((version) => steps[Number(version) - 1] === undefined);
  if (beyond !== undefined)
    throw new CatalogInvalid(`${type}: an upcast from version ${beyond}, which is not an old one`);
  return steps;
};

const unique = (names: Map<string, unknown>, name: string): void => {
  if (names.has(name)) throw new CatalogInvalid(`${name} is declared twice`);
};

/**
 * Puts the records together and checks them: unique names, upcasters without gap or leftover, one
 * subject at most. **Errors:** throws `CatalogInvalid`.
 */
export const createEventCatalog = (records: readonly AnyRecord[]): EventCatalog => {
  const byName = new Map<string, AnyRecord>();
  const kinds = new Map<string, EventKind>();
  const commands = new Map<string, { record: AnyRecord; definition: CommandDefinition }>();

  for (const record of records) {
    if (!/^[a-z]+(-[a-z]+)*$/.test(record.name))
      throw new CatalogInvalid(`${record.name} is no name for a record`);
    unique(byName, record.name);
    byName.set(record.name, record);
    for (const [type, definition] of Object.entries(record.events as EventDefinitions)) {
      unique(kinds, type);
      kinds.set(type, {
        type,
        record,
        definition,
        steps: chainOf(record, type, definition.schema),
      });
    }
    for (const type of Object.keys(record.upcasts))
      if (kinds.get(type)?.record !== record)
        throw new CatalogInvalid(`${record.name}: upcasts for ${type}, which is not its event`);
    for (const definition of record.commands) {
      unique(commands, definition.name);
      for (const type of definition.writes as readonly string[])
        if (kinds.get(type)?.record !== record)
          throw new CatalogInvalid(`${definition.name} writes ${type}, which is not its event`);
      commands.set(definition.name, { record, definition });
    }
  }

  const subjects = records.filter(({ isSubject }) => isSubject);
  if (subjects.length > 1) throw new CatalogInvalid('more than one record is the subject');

  return {
    records,
    subjectRecord: subjects[0] ?? null,
    kind: (type) => kinds.get(type),
    record: (name) => byName.get(name),
    command: (name) => commands.get(name),
    recordOfStream: (stream) => byName.get(recordNameOf(stream)),
  };
};
