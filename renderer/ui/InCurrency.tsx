import type { ReactNode } from 'react';
import styles from './Figure.module.css';

interface InCurrencyProps {
  readonly currency: string;
  readonly children: ReactNode;
}

/** The heading over amounts, with the currency that they are in. */
export const InCurrency = ({ currency, children }: InCurrencyProps) => (
  <span>
    {children} <span className={styles['currency']}>{currency}</span>
  </span>
);
