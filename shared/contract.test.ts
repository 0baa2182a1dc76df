import { expect, expectTypeOf, test } from 'vitest';
import type {
  CommandInput,
  CommandName,
  CommandRefusal,
  CommandResult,
  ViewInput,
  ViewName,
  ViewRow,
} from './contract.ts';
import type { EventId } from './kernel/ids.ts';
import type { Money } from './kernel/money.ts';
import type { CreditLimitExceeded } from './records/credit-account/charge.ts';
import { records } from './records/registry.ts';
import type { views } from './views/registry.ts';

/** What the compiler knows of the contract; a line that is wrong turns the type check red. */

test('inputs are those of the commands, as JSON has them', () => {
  expectTypeOf<{
    accountId: string;
    amount: Money;
    occurredOn: string;
    approval: { reason: string };
  }>().toExtend<CommandInput<'credit-account/charge'>>();
  expectTypeOf<{ accountId: string }>().not.toExtend<CommandInput<'credit-account/charge'>>();
  expectTypeOf<{ details: { name: string; phones: string[] } }>().toExtend<
    CommandInput<'person/register'>
  >();
  expectTypeOf<{
    personId: string;
    ground: 'dislike';
    confirm: string;
  }>().not.toExtend<CommandInput<'person/erase'>>();
});

test('results and refusals are those of the commands', () => {
  expectTypeOf<CommandResult<'credit-account/charge'>>().toEqualTypeOf<{ entryId: EventId }>();
  expectTypeOf<CreditLimitExceeded>().toExtend<CommandRefusal<'credit-account/charge'>>();
  expectTypeOf<CreditLimitExceeded>().not.toExtend<CommandRefusal<'credit-account/pay'>>();
  expectTypeOf<CreditLimitExceeded>().toExtend<CommandRefusal>();
  expectTypeOf<CommandRefusal>().toHaveProperty('type');
});

test('views are asked with their input and answer with their rows', () => {
  expectTypeOf<{ search: string; sort: '-balance'; after: string }>().toExtend<
    ViewInput<'person/list'>
  >();
  expectTypeOf<{ sort: 'age' }>().not.toExtend<ViewInput<'person/list'>>();
  expectTypeOf<ViewRow<'person/list'>['name']>().toEqualTypeOf<string | null>();
  expectTypeOf<ViewRow<'overview/totals'>['owed']>().toEqualTypeOf<Money>();
});

test('every command and view that is registered has its name in the contract', () => {
  expectTypeOf<(typeof views)[number]['name']>().toEqualTypeOf<ViewName>();
  const commandNames: Readonly<Record<CommandName, true>> = {
    'person/register': true,
    'person/correct-details': true,
    'person/archive': true,
    'person/restore': true,
    'person/erase': true,
    'credit-account/open': true,
    'credit-account/change-limit': true,
    'credit-account/charge': true,
    'credit-account/pay': true,
    'credit-account/reverse-entry': true,
    'credit-account/close': true,
    'credit-account/reopen': true,
  };
  const registered = records.flatMap(({ commands }) => commands.map(({ name }) => name));
  expect(Object.keys(commandNames).toSorted()).toEqual(registered.toSorted());
});
