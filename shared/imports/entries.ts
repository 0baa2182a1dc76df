import { z } from 'zod';
import type { Ask } from '../kernel/command.ts';
import type { AccountId, PersonId } from '../kernel/ids.ts';
import {
  defineImport,
  rowFaultsOf,
  type Cells,
  type ImportContext,
  type ImportedCommand,
  type ImportStep,
  type RowFaults,
} from '../kernel/import.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { parseDecimalAmount, type AmountInvalid, type Money } from '../kernel/money.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { compileTemplates, template, type Compiled } from './compile-templates.ts';
import { findByReference, type KnownPerson, type ReferenceAmbiguous } from './find-by-reference.ts';
import { formatsSchema, readDay, readDecimal, readKind, type Formats } from './formats.ts';
import { fillTemplate } from './template.ts';

export interface PersonNotFoundByReference {
  readonly type: 'PersonNotFound';
  readonly reference: string;
}

/** The person has no account. */
export interface AccountNotFoundByReference {
  readonly type: 'AccountNotFound';
  readonly reference: string;
}

/** The person has more than one open account, and nothing says which is meant. */
export interface AccountAmbiguous {
  readonly type: 'AccountAmbiguous';
  readonly reference: string;
  readonly accounts: number;
}

/** Neither `charge` nor `pay`. */
export interface KindInvalid {
  readonly type: 'KindInvalid';
  readonly text: string;
}

export interface DateInvalid {
  readonly type: 'DateInvalid';
  readonly text: string;
}

/** An earlier row of the file has the same reference and says something else. */
export interface EntryReferenceRepeated {
  readonly type: 'EntryReferenceRepeated';
  readonly reference: string;
  /** Where that row begins. */
  readonly firstLine: number;
}

const mapSchema = z.strictObject({
  person: template,
  reference: template.optional(),
  kind: template,
  amount: template,
  occurredOn: template,
  memo: template.optional(),
  /** Where it is not empty, the reason for which a charge may pass the limit. */
  approval: template.optional(),
  formats: formatsSchema.optional(),
});

type EntriesMap = z.infer<typeof mapSchema>;
type Templates = Compiled<Omit<EntriesMap, 'formats'>>;

const commandOf = {
  charge: 'credit-account/charge',
  pay: 'credit-account/pay',
} as const;
type Kind = keyof typeof commandOf;

const kindOf = (text: string): Result<Kind, KindInvalid> =>
  text === 'charge' || text === 'pay' ? ok(text) : err({ type: 'KindInvalid', text });

/** An entry's amount, always above zero: `kind` says which way it goes. */
const amountOf = (text: string, currency: string): Result<Money, AmountInvalid> => {
  const amount = parseDecimalAmount(text, currency);
  if (!amount.ok || amount.value.minor > 0) return amount;
  return err({ type: 'AmountInvalid', text, reason: 'notPositive' });
};

const dateOf = (text: string, order: Formats['day']): Result<LocalDate, DateInvalid> => {
  const day = readDay(text, order);
  return day === null ? err({ type: 'DateInvalid', text }) : ok(day);
};

interface Account {
  readonly personId: PersonId;
  readonly accountId: AccountId;
}

type AccountRefusal =
  PersonNotFoundByReference | ReferenceAmbiguous | AccountNotFoundByReference | AccountAmbiguous;

/** The open account of a person; of somebody who has none, the closed one, for what is still paid. */
const accountOf = (
  { personId, accounts }: KnownPerson,
  reference: string,
): Result<Account, AccountRefusal> => {
  const open = accounts.filter(({ closed }) => !closed);
  const possible = open.length > 0 ? open : accounts;
  const [account] = possible;
  if (!account) return err({ type: 'AccountNotFound', reference });
  return possible.length === 1
    ? ok({ personId, accountId: account.accountId })
    : err({ type: 'AccountAmbiguous', reference, accounts: possible.length });
};

/** Finds accounts by their person's reference and remembers those it has found. */
const createAccountFinder = () => {
  const found = new Map<string, Account>();
  return (reference: string, ask: Ask): Result<Account, AccountRefusal> => {
    const known = found.get(reference);
    if (known) return ok(known);
    const person = findByReference(reference, ask);
    if (!person.ok) return person;
    if (!person.value) return err({ type: 'PersonNotFound', reference });
    const account = accountOf(person.value, reference);
    if (account.ok) found.set(reference, account.value);
    return account;
  };
};

/**
 * Remembers which row a reference belongs to. Two rows of one person with one reference are one entry
 * when they say the same; otherwise one of them would be lost without a word.
 */
const createReferenceCheck = () => {
  const seen = new Map<string, { readonly content: string; readonly line: number }>();
  /** The line of the row that says the same; null where the reference is met for the first time. */
  return (
    { accountId }: Account,
    reference: string,
    content: string,
    line: number,
  ): Result<number | null, EntryReferenceRepeated> => {
    if (reference === '') return ok(null);
    const key = `${accountId} ${reference}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, { content, line });
      return ok(null);
    }
    return earlier.content === content
      ? ok(earlier.line)
      : err({ type: 'EntryReferenceRepeated', reference, firstLine: earlier.line });
  };
};

type RowRefusal =
  AccountRefusal | KindInvalid | AmountInvalid | DateInvalid | EntryReferenceRepeated;
type Step = Extract<ImportStep, { readonly kind: 'commands' }>;

interface RowParts {
  readonly kind: Kind;
  readonly amount: Money;
  readonly occurredOn: LocalDate;
  readonly account: Account;
}

/** The parts of a row, or everything that is wrong with them. */
const allOf = (parts: {
  readonly [Name in keyof RowParts]: Result<RowParts[Name], RowRefusal>;
}): Result<RowParts, RowFaults> => {
  const { kind, amount, occurredOn, account } = parts;
  if (kind.ok && amount.ok && occurredOn.ok && account.ok)
    return ok({
      kind: kind.value,
      amount: amount.value,
      occurredOn: occurredOn.value,
      account: account.value,
    });
  const faults = [kind, amount, occurredOn, account].flatMap((part) =>
    part.ok ? [] : [part.error],
  );
  return err(rowFaultsOf(faults));
};

const createRow = (templates: Templates, formats: Formats) => {
  const findAccount = createAccountFinder();
  const checkReference = createReferenceCheck();
  const textOf = (name: keyof Templates, cells: Cells): string =>
    fillTemplate(templates[name] ?? [], cells);

  const decide = (
    cells: Cells,
    { currency, ask }: ImportContext,
    line: number,
  ): Result<Step, RowFaults> => {
    const row = allOf({
      kind: kindOf(readKind(textOf('kind', cells), formats.kinds)),
      amount: amountOf(readDecimal(textOf('amount', cells), formats.decimal, currency), currency),
      occurredOn: dateOf(textOf('occurredOn', cells), formats.day),
      account: findAccount(textOf('person', cells), ask),
    });
    if (!row.ok) return row;
    const { kind, amount, occurredOn, account } = row.value;
    const reference = textOf('reference', cells);
    const content = `${kind} ${amount.minor} ${occurredOn}`;
    const first = checkReference(account, reference, content, line);
    if (!first.ok) return err([first.error]);
    const memo = textOf('memo', cells);
    const approval = textOf('approval', cells);
    const command: ImportedCommand = {
      command: commandOf[kind],
      input: {
        accountId: account.accountId,
        amount,
        occurredOn,
        ...(memo === '' ? {} : { memo }),
        ...(kind === 'pay' || approval === '' ? {} : { approval: { reason: approval } }),
      },
      ...(reference === '' ? {} : { sameAs: { person: account.personId, text: reference } }),
    };
    const repeated = first.value === null ? {} : { firstLine: first.value };
    return ok({ kind: 'commands', commands: [command], ...repeated });
  };

  return {
    decide: (cells: Cells, context: ImportContext, line: number): ImportStep => {
      const step = decide(cells, context, line);
      return step.ok ? step.value : { kind: 'refused', faults: step.error };
    },
    whose: (cells: Cells): string => textOf('person', cells),
  };
};

/**
 * One entry a row, on the account of the person with that reference. `reference` of the entry makes a
 * second run of the same file harmless; a map or a row without one is entered again each time.
 *
 * **Errors:** a row those of `RowRefusal`, and what the commands refuse; the map
 * `MapNamesUnknownColumn`, `MapTemplateInvalid`.
 */
export const importEntries = defineImport({
  name: 'entries',
  map: mapSchema,
  begin: ({ formats = {}, ...map }, header) => {
    const templates = compileTemplates(map, header);
    if (!templates.ok) return templates;
    return ok(createRow(templates.value, formats));
  },
});
