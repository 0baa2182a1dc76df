import { parseDecimalAmount } from '../../kernel/money.ts';
import type { Upcasts } from '../../kernel/record.ts';
import type { CreditAccountEvent } from './events.ts';

export const upcastCreditAccount: Upcasts<CreditAccountEvent> = {
  'credit-account.opened': {
    // 1 had `limit` as a decimal string in the daybook's currency.
    1: {
      data: ({ limit, ...rest }, { currency }) => {
        const amount = parseDecimalAmount(String(limit), currency);
        if (!amount.ok) throw new Error(`a limit that is no amount: ${amount.error.reason}`);
        return { ...rest, limit: amount.value };
      },
    },
  },
};
