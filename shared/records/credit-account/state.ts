import type { AccountId, EventId, PersonId } from '../../kernel/ids.ts';
import type { Evolve } from '../../kernel/record.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { CreditAccountEvent } from './events.ts';

/** An entry as far as a reversal has to know it. */
export interface Entry {
  readonly kind: 'charge' | 'payment' | 'reversal';
  /** **Units:** minor units, above zero. */
  readonly minor: number;
  readonly reversed: boolean;
}

/**
 * What the rules about an account look at. Sums are minor units of the daybook's currency.
 *
 * **Shape:** `entries` is changed in place by `evolve`, since copying 100,000 entries for each new one
 * would take for ever. Whoever folds owns the state and must not use an older one again.
 */
export interface OpenedAccount {
  readonly status: 'open' | 'closed';
  readonly personId: PersonId;
  readonly limit: number;
  /** What the person owes; below zero when they have paid more. */
  readonly balance: number;
  readonly entries: Record<EventId, Entry>;
}

export type CreditAccount = { readonly status: 'new' } | OpenedAccount;

export const unopenedAccount: CreditAccount = { status: 'new' };

/** Sign of what an entry does to the balance. */
export const effectOf = { charge: 1, payment: -1 } as const;

/** An account that has begun; its first event is missing when it has not, and nothing can be made of the rest. */
const begun = (account: CreditAccount): OpenedAccount => {
  if (account.status === 'new') throw new Error('an event of an account before it was opened');
  return account;
};

const withEntry = (
  account: OpenedAccount,
  id: EventId,
  entry: Entry,
  effect: number,
): OpenedAccount => {
  account.entries[id] = entry;
  return { ...account, balance: account.balance + effect };
};

export const evolveCreditAccount: Evolve<CreditAccount, CreditAccountEvent> = {
  'credit-account.opened': (_new, { data }) => ({
    status: 'open',
    personId: data.personId,
    limit: data.limit.minor,
    balance: 0,
    entries: {},
  }),
  'credit-account.limit-changed': (account, { data }) => ({
    ...begun(account),
    limit: data.limit.minor,
  }),
  'credit-account.charged': (account, { id, data: { amount } }) =>
    withEntry(
      begun(account),
      id,
      { kind: 'charge', minor: amount.minor, reversed: false },
      effectOf.charge * amount.minor,
    ),
  'credit-account.paid': (account, { id, data: { amount } }) =>
    withEntry(
      begun(account),
      id,
      { kind: 'payment', minor: amount.minor, reversed: false },
      effectOf.payment * amount.minor,
    ),
  // The sum follows the recorded facts, even of two devices that reversed one entry at the same time.
  'credit-account.entry-reversed': (account, { id, data: { entryId, reversed, amount } }) => {
    const opened = begun(account);
    const entry = opened.entries[entryId];
    if (entry) opened.entries[entryId] = { ...entry, reversed: true };
    return withEntry(
      opened,
      id,
      { kind: 'reversal', minor: amount.minor, reversed: false },
      -effectOf[reversed] * amount.minor,
    );
  },
  'credit-account.closed': (account) => ({ ...begun(account), status: 'closed' }),
  'credit-account.reopened': (account) => ({ ...begun(account), status: 'open' }),
};

export interface AccountNotFound {
  readonly type: 'AccountNotFound';
  readonly accountId: AccountId;
}

export interface AccountNotOpen {
  readonly type: 'AccountNotOpen';
  readonly status: 'closed';
}

/** The account, open or closed, if there is one. */
export const openedAccount = (
  account: CreditAccount,
  accountId: AccountId,
): Result<OpenedAccount, AccountNotFound> =>
  account.status === 'new' ? err({ type: 'AccountNotFound', accountId }) : ok(account);

/** The account if there is one and it is open. */
export const openAccount = (
  account: CreditAccount,
  accountId: AccountId,
): Result<OpenedAccount, AccountNotFound | AccountNotOpen> => {
  const opened = openedAccount(account, accountId);
  if (!opened.ok) return opened;
  return opened.value.status === 'open'
    ? opened
    : err({ type: 'AccountNotOpen', status: 'closed' });
};
