import type { z } from 'zod';
import type { LocalDate } from './local-date.ts';
import type { AnyEvent, ClearEvent } from './event.ts';
import type { PersonId } from './ids.ts';
import type { Result } from './result.ts';
import type { ViewRows } from './view.ts';

/** What is known of a person as somebody records are about. */
export type SubjectStatus = 'unknown' | 'present' | 'erased';

/** What a decision may look at besides the state of its own stream. */
export interface DecisionContext<Facts = undefined> {
  /** The id of the stream that the command is about. */
  readonly streamId: string;
  /** The business date on this device. */
  readonly today: LocalDate;
  /** ISO 4217 code of the daybook's only currency. */
  readonly currency: string;
  readonly subjectStatus: (person: PersonId) => SubjectStatus;
  /** What the command has consulted, else undefined. */
  readonly facts: Facts;
}

/** Says what happens, or why it may not. Pure: the same arguments always give the same answer. */
export type Decide<
  Input,
  State,
  Event extends AnyEvent,
  Refusal extends { readonly type: string },
  Facts = undefined,
> = (
  input: Input,
  state: State,
  context: DecisionContext<Facts>,
) => Result<readonly Event[], Refusal>;

/** Runs a view for a command that has to know more than its own stream before it can decide. */
export type Ask = (view: string, input: object) => ViewRows;

/** A request that may be refused. An accepted command writes at least one event. */
export interface CommandDefinition<
  Name extends string = string,
  Input extends object = any,
  State = any,
  Event extends AnyEvent = any,
  Refusal extends { readonly type: string } = any,
  Output extends object = any,
  Facts = any,
> {
  readonly name: Name;
  readonly input: z.ZodType<Input, unknown>;
  /** The stream it is about: an id from the input, or a new one for a record that begins. */
  readonly streamId: (input: Input, newId: () => string) => string;
  /** The types of event that it may write: what tells its receipts from those of other commands. */
  readonly writes: readonly Event['type'][];
  /** Looks up what the decision needs from views over private indexes; null where the input says enough. */
  readonly consult?: (input: Input) => ((ask: Ask) => Facts) | null;
  readonly decide: Decide<Input, State, Event, Refusal, Facts>;
  /** The command's result, read from the events it wrote; so a repeated command gets the same one for ever. */
  readonly output: (events: readonly ClearEvent<Event>[]) => Output;
}

/** Declares a command and infers its types. */
export const defineCommand = <
  const Name extends string,
  Input extends object,
  State,
  Event extends AnyEvent,
  Refusal extends { readonly type: string },
  Output extends object,
  Facts = undefined,
>(
  definition: CommandDefinition<Name, Input, State, Event, Refusal, Output, Facts>,
): CommandDefinition<Name, Input, State, Event, Refusal, Output, Facts> => definition;
