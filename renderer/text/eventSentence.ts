import { z } from 'zod';
import { moneySchema } from '../../shared/kernel/money.ts';
import { formatMoney } from './amountText.ts';
import type { Language } from './languages.ts';
import type { Say } from './useText.ts';

interface SaidEvent {
  readonly type: string;
  readonly data: object;
}

const amounts = z.object({ amount: moneySchema.optional(), limit: moneySchema.optional() });

/** The types that there are words for. */
export const saidTypes = [
  'person.registered',
  'person.details-corrected',
  'person.archived',
  'person.restored',
  'person.erased',
  'credit-account.opened',
  'credit-account.limit-changed',
  'credit-account.charged',
  'credit-account.paid',
  'credit-account.entry-reversed',
  'credit-account.closed',
  'credit-account.reopened',
] as const;

/** What happened, in words. An event of a newer program is named by its type. */
export const eventSentence = ({ type, data }: SaidEvent, say: Say, language: Language): string => {
  const name = saidTypes.find((candidate) => candidate === type);
  if (name === undefined) return say('history.events.other', { type });
  const { amount, limit } = amounts.safeParse(data).data ?? {};
  return say(`history.events.${name}`, {
    amount: amount === undefined ? '' : formatMoney(amount, language),
    limit: limit === undefined ? '' : formatMoney(limit, language),
  });
};
