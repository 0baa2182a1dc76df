import type { ClearEvent, EventNamed } from '../../kernel/event.ts';
import type { Projection, Project } from '../../kernel/record.ts';
import { insertRow, updateRow, type RowChange, type RowOf } from '../../kernel/table.ts';
import type { CreditAccountEvent } from './events.ts';
import { effectOf } from './state.ts';
import { creditAccountEntryTable, creditAccountTable } from './tables.ts';

type EntryEvent = ClearEvent<
  EventNamed<
    CreditAccountEvent,
    'credit-account.charged' | 'credit-account.paid' | 'credit-account.entry-reversed'
  >
>;

/** What differs from one kind of entry to the other. */
type EntryOfKind = Pick<
  RowOf<typeof creditAccountEntryTable.columns>,
  'kind' | 'effect_minor' | 'approved' | 'reverses'
>;

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b);
const earlier = (a: string | null, b: string): string => (a !== null && a < b ? a : b);

type AccountRow = RowOf<typeof creditAccountTable.columns>;

const isListed = ({ closed, balance_minor }: Pick<AccountRow, 'closed' | 'balance_minor'>) =>
  closed === 0 || balance_minor !== 0 ? 1 : 0;

/** What an account is after its balance has changed, or after it was closed or reopened. */
const standing = (
  row: AccountRow,
  change: Partial<Pick<AccountRow, 'closed' | 'balance_minor'>>,
): Partial<AccountRow> => ({ ...change, listed: isListed({ ...row, ...change }) });

const entryRows = (
  { id, streamId, ordinal, data: { amount, occurredOn } }: EntryEvent,
  ofKind: EntryOfKind,
): readonly RowChange[] => [
  insertRow(creditAccountEntryTable, {
    account_id: streamId,
    entry_id: id,
    ordinal,
    amount_minor: amount.minor,
    occurred_on: occurredOn,
    reversed: 0,
    ...ofKind,
  }),
  updateRow(creditAccountTable, [streamId], (row) => ({
    ...standing(row, { balance_minor: row.balance_minor + ofKind.effect_minor }),
    entries: row.entries + 1,
    last_entry_on: later(row.last_entry_on, occurredOn),
    first_entry_on: earlier(row.first_entry_on, occurredOn),
  })),
];

export const projectCreditAccount: Projection<Project<CreditAccountEvent>> = {
  version: 3,
  tables: [creditAccountTable, creditAccountEntryTable],
  on: {
    'credit-account.opened': ({ streamId, data: { personId, limit } }) => [
      insertRow(creditAccountTable, {
        account_id: streamId,
        person_id: personId,
        limit_minor: limit.minor,
        balance_minor: 0,
        closed: 0,
        listed: 1,
        entries: 0,
        last_entry_on: null,
        first_entry_on: null,
      }),
    ],
    'credit-account.limit-changed': ({ streamId, data: { limit } }) => [
      updateRow(creditAccountTable, [streamId], () => ({ limit_minor: limit.minor })),
    ],
    'credit-account.charged': (event) =>
      entryRows(event, {
        kind: 'charge',
        effect_minor: effectOf.charge * event.data.amount.minor,
        approved: event.data.approved ? 1 : 0,
        reverses: null,
      }),
    'credit-account.paid': (event) =>
      entryRows(event, {
        kind: 'payment',
        effect_minor: effectOf.payment * event.data.amount.minor,
        approved: 0,
        reverses: null,
      }),
    'credit-account.entry-reversed': (event) => [
      updateRow(creditAccountEntryTable, [event.streamId, event.data.entryId], () => ({
        reversed: 1,
      })),
      ...entryRows(event, {
        kind: 'reversal',
        effect_minor: -effectOf[event.data.reversed] * event.data.amount.minor,
        approved: 0,
        reverses: event.data.entryId,
      }),
    ],
    'credit-account.closed': ({ streamId }) => [
      updateRow(creditAccountTable, [streamId], (row) => standing(row, { closed: 1 })),
    ],
    'credit-account.reopened': ({ streamId }) => [
      updateRow(creditAccountTable, [streamId], (row) => standing(row, { closed: 0 })),
    ],
  },
};
