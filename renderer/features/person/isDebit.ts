import type { ViewRow } from '../../../shared/contract.ts';

/**
 * Whether an entry adds to what is owed. A reversal stands in the column opposite to what it takes back.
 *
 * **Units:** `before` is the balance before it in minor units, undefined where it is not loaded.
 */
export const isDebit = (
  entry: ViewRow<'credit-account/statement'>,
  before: number | undefined,
): boolean =>
  entry.kind === 'charge' || (entry.kind === 'reversal' && entry.balance.minor > (before ?? 0));
