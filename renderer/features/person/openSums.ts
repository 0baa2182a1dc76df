import type { Money } from '../../../shared/kernel/money.ts';
import type { PersonPageAccount } from '../../../shared/views/person-page.ts';

/** What is open between a person and the house. Null where it is nothing. */
export interface OpenSums {
  readonly owed: Money | null;
  readonly paidAhead: Money | null;
}

/** Adds up what a person owes and what they have paid ahead: one account does not settle the other. */
export const openSums = (accounts: readonly Pick<PersonPageAccount, 'balance'>[]): OpenSums => {
  const sumOf = (sign: 1 | -1): Money | null => {
    const open = accounts.filter(({ balance }) => sign * balance.minor > 0);
    const [first] = open;
    return first === undefined
      ? null
      : {
          currency: first.balance.currency,
          minor: open.reduce((sum, { balance }) => sum + sign * balance.minor, 0),
        };
  };
  return { owed: sumOf(1), paidAhead: sumOf(-1) };
};
