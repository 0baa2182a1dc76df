import { passesLimit } from '../records/credit-account/charge.ts';
import type { exchangeEntries } from './exchange-entries.ts';
import type { exchangePeople } from './exchange-people.ts';

type PersonRow = ReturnType<typeof exchangePeople.row>;
type EntryRow = ReturnType<typeof exchangeEntries.row>;

interface Standing {
  /** The limit of an import of people: all of them together, as they are today. */
  readonly limit: number;
  /** After the entries that were written so far. */
  balance: number;
}

/**
 * Follows what an import will make of the entries, to know which charges it would refuse: a limit may have
 * been lowered since, and what somebody had paid by then may have been taken back.
 */
export const createStandings = () => {
  const standings = new Map<string, Standing>();
  return {
    learn: ({ personId, limit }: PersonRow): void => {
      if (limit !== null) standings.set(personId, { limit: limit.minor, balance: 0 });
    },
    /** Enters what is written; true for a charge that passes the limit. */
    enter: ({ personId, kind, amount }: EntryRow): boolean => {
      const standing = standings.get(personId);
      if (standing === undefined) return false;
      standing.balance += kind === 'payment' ? -amount.minor : amount.minor;
      return kind === 'charge' && passesLimit(standing.balance, standing.limit);
    },
  };
};
