import type { z } from 'zod';
import { isLocalDate } from '../../../shared/kernel/local-date.ts';
import { moneySchema } from '../../../shared/kernel/money.ts';
import type { creditAccountEvents } from '../../../shared/records/credit-account/events.ts';
import type { DetailName } from '../../../shared/records/person/details.ts';
import type { personEvents } from '../../../shared/records/person/events.ts';
import { formatMoney } from '../../text/amountText.ts';
import type { Language } from '../../text/languages.ts';
import type { enLog } from '../../text/en/log.ts';
import type { Say } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';

type Ground = z.infer<Definitions['person.erased']['data']>['ground'];

/** The texts that fields are said with: those that have nothing to fill in. */
type TextKey =
  | `details.${DetailName}`
  | `account.${'amount' | 'occurredOn' | 'memo' | 'reason' | 'approvalReason' | 'limit' | 'newLimit' | 'charge' | 'payment'}`
  | 'erase.ground'
  | `erase.grounds.${Ground}`
  | `log.fields.${keyof (typeof enLog)['log']['fields']}`;

/** A field's name and its value in words, whatever the log holds under it; null where there are none. */
interface FieldWords {
  readonly label: TextKey;
  readonly text: (value: unknown, say: Say, language: Language) => string | null;
}

type Definitions = typeof personEvents & typeof creditAccountEvents;

type PersonalOf<Definition> = Definition extends {
  readonly personal?: { readonly fields: infer Fields extends z.ZodType };
}
  ? z.infer<Fields>
  : never;

/** A correction's changes are fields of their own: what holds them is not shown. */
type FieldOf<Definition extends { readonly data: z.ZodType }> =
  | (keyof z.infer<Definition['data']> & string)
  | Exclude<keyof PersonalOf<Definition> & string, 'changes'>
  | ('changes' extends keyof PersonalOf<Definition> ? DetailName : never);

const written = (label: TextKey): FieldWords => ({
  label,
  text: (value) => {
    if (typeof value === 'string') return value;
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return isList ? value.join('\n') : null;
  },
});

const day = (label: TextKey): FieldWords => ({
  label,
  text: (value, _say, language) =>
    typeof value === 'string' && isLocalDate(value) ? formatDay(value, language) : null,
});

const money = (label: TextKey): FieldWords => ({
  label,
  text: (value, _say, language) => {
    const { data } = moneySchema.safeParse(value);
    return data === undefined ? null : formatMoney(data, language);
  },
});

/** One of several words of the format, or a list of them. */
const oneOf = <Word extends string>(
  label: TextKey,
  words: Readonly<Record<Word, TextKey>>,
): FieldWords => {
  const byWord: ReadonlyMap<unknown, TextKey> = new Map(Object.entries<TextKey>(words));
  return {
    label,
    text: (value, say) => {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      const keys = values.map((word) => byWord.get(word)).filter((key) => key !== undefined);
      return keys.length === values.length ? keys.map((key) => say(key)).join('\n') : null;
    },
  };
};

const approved: FieldWords = {
  label: 'log.fields.approved',
  text: (value, say) => {
    if (typeof value !== 'boolean') return null;
    return value ? say('log.fields.yes') : say('log.fields.no');
  },
};

const details = {
  name: written('details.name'),
  reference: written('details.reference'),
  phones: written('details.phones'),
  email: written('details.email'),
  address: written('details.address'),
  birthDate: day('details.birthDate'),
  note: written('details.note'),
} as const satisfies Readonly<Record<DetailName, FieldWords>>;

const amount = money('account.amount');
const occurredOn = day('account.occurredOn');
const memo = written('account.memo');
const reason = written('account.reason');

/** What every field of every event is called, and how its value is said. */
export const eventFields: {
  readonly [Type in keyof Definitions]: Readonly<Record<FieldOf<Definitions[Type]>, FieldWords>>;
} = {
  'person.registered': details,
  'person.details-corrected': {
    ...details,
    reason,
    fields: oneOf<DetailName>('log.fields.corrected', {
      name: 'details.name',
      reference: 'details.reference',
      phones: 'details.phones',
      email: 'details.email',
      address: 'details.address',
      birthDate: 'details.birthDate',
      note: 'details.note',
    }),
  },
  'person.archived': {},
  'person.restored': {},
  'person.erased': {
    ground: oneOf<Ground>('erase.ground', {
      request: 'erase.grounds.request',
      'consent-withdrawn': 'erase.grounds.consent-withdrawn',
      'no-longer-necessary': 'erase.grounds.no-longer-necessary',
      objection: 'erase.grounds.objection',
      'unlawful-processing': 'erase.grounds.unlawful-processing',
      'legal-obligation': 'erase.grounds.legal-obligation',
      other: 'erase.grounds.other',
    }),
    classes: oneOf<z.infer<Definitions['person.erased']['data']>['classes'][number]>(
      'log.fields.classes',
      { profile: 'log.fields.profile', statutory: 'log.fields.statutory' },
    ),
  },
  'credit-account.opened': {
    personId: written('log.fields.personId'),
    limit: money('account.limit'),
  },
  'credit-account.limit-changed': { limit: money('account.newLimit'), reason },
  'credit-account.charged': {
    amount,
    occurredOn,
    approved,
    memo,
    approvalReason: written('account.approvalReason'),
  },
  'credit-account.paid': { amount, occurredOn, memo },
  'credit-account.entry-reversed': {
    entryId: written('log.fields.entryId'),
    reversed: oneOf<'charge' | 'payment'>('log.fields.reversed', {
      charge: 'account.charge',
      payment: 'account.payment',
    }),
    amount,
    occurredOn,
    reason,
  },
  'credit-account.closed': {},
  'credit-account.reopened': {},
};

const byType: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = eventFields;

/** The words for a field of an event; none for what only a newer program writes. */
export const wordsFor = (type: string, field: string): FieldWords | undefined => {
  const fields = Object.hasOwn(byType, type) ? byType[type] : undefined;
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
};
