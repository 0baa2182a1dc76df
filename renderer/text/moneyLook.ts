/** How a currency is named in a sentence: `$5.00` or `USD 5.00`. */
export const currencyNames = ['symbol', 'code'] as const;
/** How what is below zero is written: `−5.00` or `(5.00)`, as bookkeepers do. */
export const moneySigns = ['minus', 'brackets'] as const;

/** How amounts are written. Thousands are parted as the language does it. */
export interface MoneyLook {
  readonly currency: (typeof currencyNames)[number];
  readonly negative: (typeof moneySigns)[number];
}

let look: MoneyLook = { currency: 'symbol', negative: 'minus' };
const listeners = new Set<() => void>();

/** How amounts are written in this window now. */
export const moneyLook = (): MoneyLook => look;

/** From now on amounts are written so. */
export const setMoneyLook = (next: MoneyLook): void => {
  if (next.currency === look.currency && next.negative === look.negative) return;
  look = next;
  for (const tell of listeners) tell();
};

export const onMoneyLook = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
