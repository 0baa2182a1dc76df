import { currencyExponent, type Money } from '../../shared/kernel/money.ts';
import type { CommandEnvelope } from '../../shared/protocol/envelopes.ts';
import type { Random } from '../../shared/kernel/seeded-random.ts';
import type { Region } from './regions.ts';

/** The account of one person, and how it stands. **Units:** minor units. */
export interface SampleAccount {
  readonly personId: string;
  readonly accountId: string;
  readonly region: Region;
  readonly limit: number;
  balance: number;
}

/** What is between a dollar's cents and the smallest amount that is paid in cash elsewhere. */
const stepOf: Readonly<Record<number, number>> = { 0: 10, 2: 1, 3: 5 };

/** Amounts that a small shop has, in the currency of the daybook. */
export const createAmounts = (currency: string, random: Random) => {
  const step = stepOf[currencyExponent(currency)] ?? 1;
  const money = (minor: number): Money => ({ currency, minor });
  return {
    money,
    limit: (): number =>
      random.pick([0, 2_000, 5_000, 5_000, 10_000, 20_000, 50_000, 150_000]) * step,
    /** Most sales are small. */
    sale: (): number =>
      (50 + Math.floor(random.below(70) ** 2 * (random.chance(0.1) ? 4 : 1))) * step,
  };
};

export type Amounts = ReturnType<typeof createAmounts>;

const reasons = [
  'Regular customer',
  'Agreed with the owner',
  '사장님 승인',
  'Harvest is next week',
];

const charge = (
  { accountId, region }: SampleAccount,
  minor: number,
  occurredOn: string,
  { money }: Amounts,
  random: Random,
): CommandEnvelope['input'] => ({
  accountId,
  amount: money(minor),
  occurredOn,
  ...(random.chance(0.8) ? { memo: random.pick(region.memos) } : {}),
});

/**
 * The next entry of an account: mostly a sale, a payment where the credit does not suffice. Now and
 * then a sale takes exactly what is left, or passes the limit with an approval. Never refused.
 */
export const sampleEntry = (
  account: SampleAccount,
  occurredOn: string,
  amounts: Amounts,
  random: Random,
): CommandEnvelope => {
  const available = account.limit - account.balance;
  const sale = amounts.sale();
  const sell = (minor: number, approval?: { readonly reason: string }): CommandEnvelope => {
    account.balance += minor;
    const input = charge(account, minor, occurredOn, amounts, random);
    return { command: 'credit-account/charge', input: approval ? { ...input, approval } : input };
  };
  if (sale <= available && random.chance(0.8)) return sell(sale);
  if (available > 0 && sale > available && random.chance(0.4)) return sell(available);
  if (sale > available && (account.balance <= 0 || random.chance(0.03)))
    return sell(sale, { reason: random.pick(reasons) });
  const owed = Math.max(account.balance, sale);
  const paid = random.chance(0.5) ? owed : Math.max(1, Math.floor(owed / (2 + random.below(3))));
  account.balance -= paid;
  const { accountId } = account;
  return {
    command: 'credit-account/pay',
    input: { accountId, amount: amounts.money(paid), occurredOn },
  };
};
