import { useDaybook } from '../../api/useHost.ts';
import { formatMoney } from '../../text/amountText.ts';
import { useText } from '../../text/useText.ts';
import type { sumOf } from './daysOf.ts';

/** Says what days add up to. */
export const useSumSentence = (): ((sum: ReturnType<typeof sumOf>) => string) => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const money = (minor: number): string => formatMoney({ currency, minor }, language);
  return ({ entries, charged, paid, reversed }) => {
    const said = t('activity.sentence', {
      count: entries,
      charged: money(charged),
      paid: money(paid),
    });
    if (reversed === 0) return said;
    const key = reversed > 0 ? 'activity.reversals' : 'activity.reversedPayments';
    return `${said} ${t(key, { sum: money(Math.abs(reversed)) })}`;
  };
};
