import type { z } from 'zod';
import type { DeviceId, EventId, MemberId } from './ids.ts';

/** How long personal data is kept: `profile` goes on request, `statutory` when the law's time is over. */
export type RetentionClass = 'profile' | 'statutory';
export const retentionClasses: readonly RetentionClass[] = ['profile', 'statutory'];

type ObjectSchema = z.ZodType<object>;

/** The current version of one event type. Every value in `data` is stored in the clear; `personal` is sealed. */
export interface EventDefinition<
  Data extends ObjectSchema = ObjectSchema,
  Personal extends ObjectSchema = ObjectSchema,
> {
  readonly schema: number;
  readonly data: Data;
  readonly personal?: { readonly retention: RetentionClass; readonly fields: Personal };
  /** This event ends the keys of its subject in the classes that its data names under `classes`. */
  readonly erasesSubject?: true;
}

/** Declares one event type in its current version. Anything typed by a user belongs in `personal`. */
export const defineEvent = <
  Data extends ObjectSchema,
  Personal extends ObjectSchema = z.ZodType<Record<never, never>>,
>(
  definition: EventDefinition<Data, Personal>,
): EventDefinition<Data, Personal> => definition;

export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

type PersonalOf<Definition> =
  Definition extends EventDefinition<infer _Data, infer Personal> ? z.infer<Personal> : never;

/** The union of events that a map of definitions declares, as a decision writes them. */
export type EventOf<Definitions extends EventDefinitions> = {
  [Type in keyof Definitions & string]: {
    readonly type: Type;
    readonly data: z.infer<Definitions[Type]['data']>;
    readonly personal?: PersonalOf<Definitions[Type]>;
  };
}[keyof Definitions & string];

/** Any event as the engine handles it, before it knows the record. */
export interface AnyEvent {
  readonly type: string;
  readonly data: object;
  readonly personal?: object;
}

/** What the log adds to an event. */
export interface Recorded {
  readonly id: EventId;
  /** The id of the record that it belongs to, without the record's name. */
  readonly streamId: string;
  /** The event's place in its stream in canonical order, counted from 1; the same on every device. */
  readonly ordinal: number;
  /** When it was recorded. **Units:** milliseconds since 1970 UTC, by the writing device. */
  readonly recordedAt: number;
  readonly device: DeviceId;
  readonly actor: MemberId;
}

/** A recorded event with its clear part only: what states and rows are made from. */
export type ClearEvent<Event extends AnyEvent> = Event extends AnyEvent
  ? Omit<Event, 'personal'> & Recorded
  : never;

/** A recorded event with its personal part opened, or null where there is none or it has been erased. */
export type OpenedEvent<Event extends AnyEvent> = Event extends AnyEvent
  ? Omit<Event, 'personal'> &
      Recorded & { readonly personal: NonNullable<Event['personal']> | null }
  : never;

/** One member of the union, by its type. */
export type EventNamed<Event extends AnyEvent, Type> = Extract<Event, { readonly type: Type }>;
