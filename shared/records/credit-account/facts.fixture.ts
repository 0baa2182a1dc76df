import { specifiedStream, eventIdAt } from '../../kernel/specification.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { CreditAccountEvent } from './events.ts';

/** Facts about the account of the specifications, as short as they are said. **Units:** US cents. */

export const accountId = specifiedStream;
export const personId = eventIdAt(0xb) as string as PersonId;
const day = '2026-11-23' as LocalDate;

export const usd = (minor: number) => ({ currency: 'USD', minor });

export const opened = (limit: number): CreditAccountEvent => ({
  type: 'credit-account.opened',
  data: { personId, limit: usd(limit) },
});

export const limitChanged = (limit: number, reason?: string): CreditAccountEvent => ({
  type: 'credit-account.limit-changed',
  data: { limit: usd(limit) },
  ...(reason === undefined ? {} : { personal: { reason } }),
});

export const charged = (
  minor: number,
  personal?: { readonly memo?: string; readonly approvalReason?: string },
  occurredOn: string = day,
): CreditAccountEvent => ({
  type: 'credit-account.charged',
  data: {
    amount: usd(minor),
    occurredOn: occurredOn as LocalDate,
    approved: personal?.approvalReason !== undefined,
  },
  ...(personal === undefined ? {} : { personal }),
});

export const paid = (
  minor: number,
  memo?: string,
  occurredOn: string = day,
): CreditAccountEvent => ({
  type: 'credit-account.paid',
  data: { amount: usd(minor), occurredOn: occurredOn as LocalDate },
  ...(memo === undefined ? {} : { personal: { memo } }),
});

export const reversed = (
  ordinal: number,
  kind: 'charge' | 'payment',
  minor: number,
  reason?: string,
): CreditAccountEvent => ({
  type: 'credit-account.entry-reversed',
  data: {
    entryId: eventIdAt(ordinal),
    reversed: kind,
    amount: usd(minor),
    occurredOn: '2026-11-30' as LocalDate,
  },
  ...(reason === undefined ? {} : { personal: { reason } }),
});

export const closed: CreditAccountEvent = { type: 'credit-account.closed', data: {} };
export const reopened: CreditAccountEvent = { type: 'credit-account.reopened', data: {} };
