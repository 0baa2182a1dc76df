import type { CommandDefinition } from './command.ts';
import type {
  AnyEvent,
  ClearEvent,
  EventDefinitions,
  EventNamed,
  EventOf,
  OpenedEvent,
} from './event.ts';
import type { PersonId } from './ids.ts';
import type { RowChange, Table } from './table.ts';
import type { View } from './view.ts';

/** What an upcaster may know besides the old event. */
export interface UpcastContext {
  readonly currency: string;
}

/**
 * Lifts one version of an event to the next, its clear part and its personal part each on its own,
 * since the personal part may be erased or locked. Stored events are never rewritten.
 */
export interface Upcast {
  readonly data?: (data: Readonly<Record<string, unknown>>, context: UpcastContext) => object;
  readonly personal?: (
    personal: Readonly<Record<string, unknown>>,
    context: UpcastContext,
  ) => object;
}

/** For each event type with a past: from each old version the step to the next. */
export type Upcasts<Event extends AnyEvent> = {
  readonly [Type in Event['type']]?: Readonly<Record<number, Upcast>>;
};

/**
 * One entry an event type; a missing one does not compile. A state is made before its events are
 * written, so the time at which they are recorded is not known to it.
 */
export type Evolve<State, Event extends AnyEvent> = {
  readonly [Type in Event['type']]: (
    state: State,
    event: Omit<ClearEvent<EventNamed<Event, Type>>, 'recordedAt'>,
  ) => State;
};

/** One entry an event type; a missing one does not compile. */
export type Project<Event extends AnyEvent> = {
  readonly [Type in Event['type']]: (
    event: ClearEvent<EventNamed<Event, Type>>,
  ) => readonly RowChange[];
};

/** Like `Project`, for rows with personal data, which live in memory only. Types it leaves out change nothing. */
export type ProjectPrivately<Event extends AnyEvent> = {
  readonly [Type in Event['type']]?: (
    event: OpenedEvent<EventNamed<Event, Type>>,
  ) => readonly RowChange[];
};

/** A projection: turns the events of one stream into rows. Raise `version` whenever the rows would come out different. */
export interface Projection<Handlers> {
  readonly version: number;
  readonly tables: readonly Table[];
  readonly on: Handlers;
}

/** A valid event for tests, and for the promise that every command and row is tried at least once. */
export interface Example {
  readonly command: string;
  readonly input: object;
}

/**
 * A kind of record, whole: its facts, its rules, its rows and its questions. The engine runs records
 * and knows none of them by name.
 */
export interface RecordDefinition<
  Name extends string = string,
  Definitions extends EventDefinitions = EventDefinitions,
  State = unknown,
> {
  /** Also the prefix of its streams: `credit-account-<uuid>`. */
  readonly name: Name;
  /** True for the one kind of record that the others are about; its stream ids are the person ids. */
  readonly isSubject?: true;
  readonly events: Definitions;
  readonly initialState: State;
  readonly evolve: Evolve<State, EventOf<Definitions>>;
  /** The person that an event of this stream is about, from the state after the event. */
  readonly subject: (streamId: string, state: State) => PersonId | null;
  readonly commands: readonly CommandDefinition[];
  readonly upcasts: Upcasts<EventOf<Definitions>>;
  readonly projection: Projection<Project<EventOf<Definitions>>>;
  /** Rows with personal data, for lists and search: made in memory after unlocking, dropped at lock. */
  readonly privateIndex?: Projection<ProjectPrivately<EventOf<Definitions>>>;
  readonly views: readonly View[];
}

/** A record whose own types have been checked and are now set aside: how the engine sees all of them. */
export type AnyRecord = RecordDefinition<string, any, any>;

/** Declares a record; this is where TypeScript checks that no event type is left out anywhere. */
export const defineRecord = <
  const Name extends string,
  const Definitions extends EventDefinitions,
  State,
>(
  definition: RecordDefinition<Name, Definitions, State>,
): RecordDefinition<Name, Definitions, State> => definition;
