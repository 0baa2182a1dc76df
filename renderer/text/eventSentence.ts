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

const fineSentences = z.object({
  approved: z.boolean().optional(),
  reversed: z.enum(['charge', 'payment']).optional(),
});

/** What more an entry says of itself than its kind. */
const entrySentence = ({
  type,
  data,
}: SaidEvent): 'approvedCharge' | 'reversedCharge' | 'reversedPayment' | null => {
  const { approved, reversed } = fineSentences.safeParse(data).data ?? {};
  if (type === 'credit-account.charged' && approved === true) return 'approvedCharge';
  if (reversed === undefined) return null;
  return reversed === 'charge' ? 'reversedCharge' : 'reversedPayment';
};

/** What happened, in words. An event of a newer program is named by its type. */
export const eventSentence = (event: SaidEvent, say: Say, language: Language): string => {
  const { type, data } = event;
  const name = saidTypes.find((candidate) => candidate === type);
  if (name === undefined) return say('history.events.other', { type });
  const { amount, limit } = amounts.safeParse(data).data ?? {};
  const money = amount === undefined ? '' : formatMoney(amount, language);
  const fine = entrySentence(event);
  if (fine !== null) return say(`past.${fine}`, { amount: money });
  return say(`history.events.${name}`, {
    amount: money,
    limit: limit === undefined ? '' : formatMoney(limit, language),
  });
};

/** The sentence in parts, its sum apart from the words around it; an empty sum where it names none. */
export const eventParts = (
  event: SaidEvent,
  say: Say,
  language: Language,
): { readonly before: string; readonly sum: string; readonly after: string } => {
  const sentence = eventSentence(event, say, language);
  const { amount, limit } = amounts.safeParse(event.data).data ?? {};
  const money = amount ?? limit;
  const sum = money === undefined ? '' : formatMoney(money, language);
  const at = sum === '' ? -1 : sentence.indexOf(sum);
  return at < 0
    ? { before: sentence, sum: '', after: '' }
    : { before: sentence.slice(0, at), sum, after: sentence.slice(at + sum.length) };
};
