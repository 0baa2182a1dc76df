import { z } from 'zod';
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
import type { AmountInvalid, Money } from '../kernel/money.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { compileTemplates, template, type Compiled } from './compile-templates.ts';
import { memoSchema } from '../records/credit-account/events.ts';
import {
  createAccountFinder,
  type AccountAmbiguous,
  type AccountNotFoundByReference,
  type AccountOwner,
  type PersonNotFoundByReference,
} from './find-account.ts';
import type { ReferenceRefusal } from './find-by-reference.ts';
import { findEntryById, findImportedEntry, type KnownEntry } from './find-entry.ts';
import { formatsSchema, readAmount, readDay, readKind, type Formats } from './formats.ts';
import { fillTemplate } from './template.ts';

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
const amountOf = (
  text: string,
  currency: string,
  decimal: Formats['decimal'],
): Result<Money, AmountInvalid> => {
  const amount = readAmount(text, currency, decimal);
  if (!amount.ok || amount.value.minor > 0) return amount;
  return err({ type: 'AmountInvalid', text, reason: 'notPositive' });
};

const dateOf = (text: string, order: Formats['day']): Result<LocalDate, DateInvalid> => {
  const day = readDay(text, order);
  return day === null ? err({ type: 'DateInvalid', text }) : ok(day);
};

/** A number without what a paste brings along and nobody sees: with it the entry would be another one. */
const spelt = (reference: string): string =>
  reference
    .normalize('NFC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim();

interface Account {
  readonly personId: PersonId;
  readonly accountId: AccountId;
}

type OwnerRefusal = PersonNotFoundByReference | ReferenceRefusal;

/** Where a known entry is, or where a new one belongs. */
const accountOf = (
  owner: Result<AccountOwner, OwnerRefusal>,
  known: KnownEntry | null,
): Result<Account, OwnerRefusal | AccountNotFoundByReference | AccountAmbiguous> => {
  // What is said of somebody who was erased is refused, though the entry is here.
  if (known && (owner.ok || owner.error.type !== 'PersonErased')) return ok(known);
  if (!owner.ok) return owner;
  const { personId, account } = owner.value;
  return account.ok ? ok({ personId, accountId: account.value }) : account;
};

/**
 * The entry that a row means: by its own id, or by the number under which an entry of its kind was brought
 * in before. Invoices and receipts may be numbered apart from each other.
 */
const knownEntry = (
  kind: Result<Kind, KindInvalid>,
  owner: Result<AccountOwner, OwnerRefusal>,
  reference: string,
  context: ImportContext,
): KnownEntry | null => {
  if (reference === '') return null;
  const named = findEntryById(reference, context);
  if (named || !owner.ok || !kind.ok) return named;
  const sameAs = { person: owner.value.personId, text: reference };
  return findImportedEntry(commandOf[kind.value], sameAs, context);
};

const kindNames = { charge: 'charge', pay: 'payment' } as const;

/** Whether the file says that an entry is somebody else's. A reference of several people says nothing. */
const isOfAnother = (known: KnownEntry, owner: Result<AccountOwner, OwnerRefusal>): boolean =>
  owner.ok ? owner.value.personId !== known.personId : owner.error.type === 'PersonNotFound';

/** Whether a memo is another than this one, spelt as it would be stored. An empty one says nothing. */
const isOtherMemo = (known: string | null, said: string): boolean => {
  const stored = memoSchema.safeParse(said);
  return !stored.success || (stored.data !== undefined && stored.data !== known);
};

/** What the file says otherwise of an entry that is here. */
const differingFrom = (
  known: KnownEntry,
  owner: Result<AccountOwner, OwnerRefusal>,
  { kind, amount, occurredOn }: RowParts,
  memo: string,
): readonly string[] => [
  ...(isOfAnother(known, owner) ? ['person'] : []),
  ...(kindNames[kind] === known.kind ? [] : ['kind']),
  ...(amount.minor === known.amount.minor ? [] : ['amount']),
  ...(occurredOn === known.occurredOn ? [] : ['occurredOn']),
  ...(isOtherMemo(known.memo, memo) ? ['memo'] : []),
];

/**
 * Remembers which row a reference belongs to. Two rows of one person with one reference are one entry
 * when they say the same; otherwise one of them would be lost without a word.
 */
const createReferenceCheck = () => {
  const seen = new Map<string, { readonly content: string; readonly line: number }>();
  /** The line of the row that says the same; null where the reference is met for the first time. */
  return (
    personId: PersonId,
    reference: string,
    content: string,
    line: number,
  ): Result<number | null, EntryReferenceRepeated> => {
    if (reference === '') return ok(null);
    const key = `${personId} ${reference}`;
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
  | OwnerRefusal
  | AccountNotFoundByReference
  | AccountAmbiguous
  | KindInvalid
  | AmountInvalid
  | DateInvalid
  | EntryReferenceRepeated;
type Step = Exclude<ImportStep, { readonly kind: 'refused' }>;

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

  const decide = (cells: Cells, context: ImportContext, line: number): Result<Step, RowFaults> => {
    const { currency, ask } = context;
    const reference = spelt(textOf('reference', cells));
    const owner = findAccount(textOf('person', cells), ask);
    const kindSaid = kindOf(readKind(textOf('kind', cells), formats.kinds));
    const known = knownEntry(kindSaid, owner, reference, context);
    const row = allOf({
      kind: kindSaid,
      amount: amountOf(textOf('amount', cells), currency, formats.decimal),
      occurredOn: dateOf(textOf('occurredOn', cells), formats.day),
      account: accountOf(owner, known),
    });
    if (!row.ok) return row;
    const { kind, amount, occurredOn, account } = row.value;
    const { personId, accountId } = account;
    const content = `${kind} ${amount.minor} ${occurredOn}`;
    const first = checkReference(personId, reference, content, line);
    if (!first.ok) return err([first.error]);
    if (first.value !== null) return ok({ kind: 'repeats', firstLine: first.value });
    const memo = textOf('memo', cells);
    if (known)
      return ok({ kind: 'unchanged', differing: differingFrom(known, owner, row.value, memo) });
    const approval = textOf('approval', cells);
    const command: ImportedCommand = {
      command: commandOf[kind],
      input: {
        accountId,
        amount,
        occurredOn,
        ...(memo === '' ? {} : { memo }),
        ...(kind === 'pay' || approval === '' ? {} : { approval: { reason: approval } }),
      },
      ...(reference === '' ? {} : { sameAs: { person: personId, text: reference } }),
    };
    return ok({ kind: 'commands', commands: [command] });
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
  isRepeatable: true,
  isOverLimit: ({ type, data }) =>
    type === 'credit-account.charged' && 'approved' in data && data.approved === true,
});
