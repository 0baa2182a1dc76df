import { z } from 'zod';
import {
  defineImport,
  rowFaultsOf,
  type Cells,
  type ImportedCommand,
  type ImportRun,
  type ImportStep,
} from '../kernel/import.ts';
import { inputInvalid, type InputInvalid } from '../kernel/input-invalid.ts';
import type { AmountInvalid, Money } from '../kernel/money.ts';
import { plainFigures } from '../kernel/plain-figures.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { detailNames, personDetailsSchema, type PersonDetails } from '../records/person/details.ts';
import { compileTemplates, template, type Compiled } from './compile-templates.ts';
import { findByReference, type KnownPerson, type ReferenceRefusal } from './find-by-reference.ts';
import { formatsSchema, readAmount, readDay, type Formats } from './formats.ts';
import { fillTemplate } from './template.ts';

/** An earlier row of the file has the same reference and says something else. */
export interface PersonReferenceRepeated {
  readonly type: 'PersonReferenceRepeated';
  readonly reference: string;
  /** Where that row begins. */
  readonly firstLine: number;
}

/** Without a reference a row could not be known again in a second run. */
export interface ReferenceMissing {
  readonly type: 'ReferenceMissing';
}

const mapSchema = z.strictObject({
  details: z.strictObject({
    reference: template,
    name: template,
    phones: z.array(template).max(20).optional(),
    email: template.optional(),
    address: template.optional(),
    birthDate: template.optional(),
    note: template.optional(),
  }),
  account: z.strictObject({ limit: template }).optional(),
  formats: formatsSchema.omit({ kinds: true }).optional(),
});

type PeopleMap = z.infer<typeof mapSchema>;
type Templates = Compiled<Omit<PeopleMap, 'formats'>>;

/** A limit may be 0, which other amounts may not. */
interface LimitInvalid extends AmountInvalid {
  readonly field: 'limit';
}

/** A day of birth that is none, with what the file has in its place. */
interface BirthDateInvalid extends InputInvalid {
  readonly text: string;
}

const detailFaults = (
  { issues }: InputInvalid,
  birthDate: string | undefined,
): readonly (InputInvalid | BirthDateInvalid)[] => {
  const isOfBirth = ({ path }: { readonly path: string }): boolean => path === 'details.birthDate';
  const ofBirth = issues.filter(isOfBirth);
  if (ofBirth.length === 0 || birthDate === undefined) return [{ type: 'InputInvalid', issues }];
  const others = issues.filter((issue) => !isOfBirth(issue));
  return [
    ...(others.length === 0 ? [] : [{ type: 'InputInvalid', issues: others } as const]),
    { type: 'InputInvalid', issues: ofBirth, text: birthDate },
  ];
};

const detailsOf = (
  { details: { phones = [], ...texts } }: Templates,
  cells: Cells,
  formats: Formats,
): Result<
  PersonDetails & { readonly reference: string },
  readonly (InputInvalid | ReferenceMissing)[]
> => {
  const filled = Object.entries(texts)
    .map(([name, text = []]) => [name, fillTemplate(text, cells)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => {
      const day = name === 'birthDate' ? readDay(text, formats.day) : null;
      return [name, day ?? text] as const;
    });
  const numbers = phones
    .map((phone) => plainFigures(fillTemplate(phone, cells)))
    .filter((text) => text !== '');
  const parsed = z.strictObject({ details: personDetailsSchema }).safeParse({
    details: {
      name: '',
      ...Object.fromEntries(filled),
      ...(numbers.length === 0 ? {} : { phones: [...new Set(numbers)] }),
    },
  });
  const isNamed = filled.some(([name]) => name === 'reference');
  const missing: readonly ReferenceMissing[] = isNamed ? [] : [{ type: 'ReferenceMissing' }];
  if (!parsed.success) {
    const birthDate = filled.find(([name]) => name === 'birthDate')?.[1];
    return err([...detailFaults(inputInvalid(parsed.error.issues), birthDate), ...missing]);
  }
  const { reference, ...details } = parsed.data.details;
  // A reference of nothing but invisible characters is none.
  return reference === undefined
    ? err([{ type: 'ReferenceMissing' }])
    : ok({ ...details, reference });
};

const limitOf = (
  { account }: Templates,
  cells: Cells,
  currency: string,
  formats: Formats,
): Result<Money | null, LimitInvalid> => {
  if (!account) return ok(null);
  const filled = fillTemplate(account.limit, cells);
  // Who has no limit in the file gets no account.
  if (filled === '') return ok(null);
  const amount = readAmount(filled, currency, formats.decimal);
  if (!amount.ok) return err({ ...amount.error, field: 'limit' });
  if (amount.value.minor >= 0) return amount;
  return err({ type: 'AmountInvalid', field: 'limit', text: filled, reason: 'negative' });
};

/**
 * What the file says otherwise of the same person: by the reference, which says nothing itself where it is
 * the id of somebody who has none. An empty cell says nothing either.
 */
const differingFrom = (known: PersonDetails | null, said: PersonDetails): readonly string[] =>
  detailNames.filter(
    (name) =>
      name !== 'reference' &&
      said[name] !== undefined &&
      JSON.stringify(said[name]) !== JSON.stringify(known?.[name]),
  );

type RowRefusal =
  InputInvalid | ReferenceMissing | ReferenceRefusal | AmountInvalid | PersonReferenceRepeated;

/** Whether a limit is that of none of their open accounts, nor of all together, as an export has it. */
const hasOtherLimit = ({ accounts }: KnownPerson, said: Money | null): boolean => {
  if (said === null || accounts.length === 0) return false;
  const limits = accounts.map(({ limit }) => limit.minor);
  const all = limits.reduce((sum, minor) => sum + minor, 0);
  const open = limits.filter((_limit, index) => accounts[index]?.closed === false);
  return ![...open, all].includes(said.minor);
};

/** What an earlier row of the file has said of a person, and its line. */
interface Seen {
  readonly details: PersonDetails;
  readonly limit: Money | null;
  readonly line: number;
}

/** Whether a later row says nothing that the earlier one has not said. */
const isSaidBy = (earlier: Seen, details: PersonDetails, limit: Money | null): boolean =>
  differingFrom(earlier.details, details).length === 0 &&
  (limit === null || limit.minor === earlier.limit?.minor);

const refused = (faults: readonly RowRefusal[]): ImportStep => ({
  kind: 'refused',
  faults: rowFaultsOf(faults),
});

const openAccount = (personId: string, limit: Money | null): readonly ImportedCommand[] =>
  limit === null ? [] : [{ command: 'credit-account/open', input: { personId, limit } }];

const createRow = (templates: Templates, formats: Formats): ImportRun => {
  /** People of earlier rows, which no view may show yet: by reference, and those who were known by id. */
  const seen = new Map<string, Seen>();

  const decide: ImportRun['decide'] = (cells, { currency, ask, newId }, line) => {
    const details = detailsOf(templates, cells, formats);
    const limit = limitOf(templates, cells, currency, formats);
    if (!details.ok || !limit.ok)
      return refused([...(details.ok ? [] : details.error), ...(limit.ok ? [] : [limit.error])]);
    const { reference } = details.value;
    const repeated = (earlier: Seen): ImportStep => {
      const { line: firstLine } = earlier;
      return isSaidBy(earlier, details.value, limit.value)
        ? { kind: 'repeats', firstLine }
        : refused([{ type: 'PersonReferenceRepeated', reference, firstLine }]);
    };
    const sameReference = seen.get(reference);
    if (sameReference) return repeated(sameReference);
    const found = findByReference(reference, ask);
    if (!found.ok) return refused([found.error]);
    const known = found.value;
    const samePerson = known ? seen.get(known.personId) : undefined;
    if (samePerson) return repeated(samePerson);
    const said = { details: details.value, limit: limit.value, line };
    seen.set(reference, said);
    if (!known) {
      const personId = newId();
      return {
        kind: 'commands',
        commands: [
          { command: 'person/register', input: { personId, details: details.value } },
          ...openAccount(personId, limit.value),
        ],
      };
    }
    seen.set(known.personId, said);
    const differing = [
      ...differingFrom(known.details, details.value),
      ...(hasOtherLimit(known, limit.value) ? ['limit'] : []),
    ];
    const commands = known.accounts.length === 0 ? openAccount(known.personId, limit.value) : [];
    return commands.length === 0
      ? { kind: 'unchanged', differing }
      : { kind: 'commands', commands, differing };
  };

  return { decide, whose: (cells) => fillTemplate(templates.details.name, cells) };
};

/**
 * One person a row, known again by reference; with `account` in the map, an account for whoever has none.
 * What a known person's details are is never changed: the report says where the file differs.
 *
 * **Errors:** a row those of `RowRefusal`, and what the commands refuse; the map `MapNamesUnknownColumn`, `MapTemplateInvalid`.
 */
export const importPeople = defineImport({
  name: 'people',
  map: mapSchema,
  begin: ({ formats = {}, ...map }, header) => {
    const templates = compileTemplates(map, header);
    if (!templates.ok) return templates;
    return ok(createRow(templates.value, formats));
  },
});
