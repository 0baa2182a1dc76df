import type { z } from 'zod';
import type { CommandDefinition } from './kernel/command.ts';
import type { View } from './kernel/view.ts';
import type { creditAccountCommands } from './records/credit-account/record.ts';
import type { personCommands } from './records/person/record.ts';
import type { views } from './views/registry.ts';

/*
 * Every name that crosses from a window to the program, with what goes in and what comes out. All of it
 * follows from the records and the views: only the two lines that list them are written by hand.
 */

type AnyCommand = (typeof personCommands | typeof creditAccountCommands)[number];
type AnyView = (typeof views)[number];

/** A value as it is written in JSON: ids and dates are text there, whatever they are called here. */
type Written<Value> = Value extends z.$brand
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : Value extends object
      ? { readonly [Name in keyof Value]: Written<Value[Name]> }
      : Value;

type CommandNamed<Name> = Extract<AnyCommand, { readonly name: Name }>;
type ViewNamed<Name> = Extract<AnyView, { readonly name: Name }>;

export type CommandName = AnyCommand['name'];

/** What a command takes. */
export type CommandInput<Name extends CommandName> =
  CommandNamed<Name> extends CommandDefinition<
    string,
    infer Input,
    infer _State,
    infer _Event,
    infer _Refusal,
    infer _Output,
    infer _Facts
  >
    ? Written<Input>
    : never;

/** What an accepted command answers. */
export type CommandResult<Name extends CommandName> = ReturnType<CommandNamed<Name>['output']>;

/** What a command, or any of them, may refuse by its own rules. */
export type CommandRefusal<Name extends CommandName = CommandName> = Extract<
  ReturnType<CommandNamed<Name>['decide']>,
  { readonly ok: false }
>['error'];

export type ViewName = AnyView['name'];

/** What a view takes; `after` and `limit` page through its answer. */
export type ViewInput<Name extends ViewName> =
  ViewNamed<Name> extends View<string, infer Input, infer _Row> ? Written<Input> : never;

/** A row of a view's answer. */
export type ViewRow<Name extends ViewName> = ReturnType<ViewNamed<Name>['row']>;
