import type { Example } from '../../kernel/record.ts';

const accountId = '01939a5e-0000-7000-8000-000000000002';
const personId = '01939a5e-0000-7000-8000-000000000001';
const usd = (minor: number) => ({ currency: 'USD', minor });

/**
 * Commands that are accepted in this order, the first on an empty stream, for a person who is present.
 * `eventIdAt` gives the id of the stream's event with that place, counted from 1.
 */
export const examples = (eventIdAt: (ordinal: number) => string): readonly Example[] => [
  { command: 'credit-account/open', input: { accountId, personId, limit: usd(3762) } },
  {
    command: 'credit-account/charge',
    input: { accountId, amount: usd(3762), occurredOn: '2026-11-23', memo: 'Two sacks of flour' },
  },
  {
    command: 'credit-account/charge',
    input: {
      accountId,
      amount: usd(198),
      occurredOn: '2026-11-24',
      memo: 'Yeast',
      approval: { reason: 'Pays on Friday' },
    },
  },
  {
    command: 'credit-account/pay',
    input: { accountId, amount: usd(1000), occurredOn: '2026-11-27', memo: 'Cash' },
  },
  {
    command: 'credit-account/reverse-entry',
    input: { accountId, entryId: eventIdAt(2), reason: 'Wrong account' },
  },
  {
    command: 'credit-account/change-limit',
    input: { accountId, limit: usd(5000), reason: 'Pays well' },
  },
  { command: 'credit-account/close', input: { accountId } },
  { command: 'credit-account/reopen', input: { accountId } },
];
