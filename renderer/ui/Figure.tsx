import type { Money } from '../../shared/kernel/money.ts';
import { formatAmount } from '../text/amountText.ts';
import { useText } from '../text/useText.ts';
import styles from './Figure.module.css';

/** An amount in a column: the currency stands in the heading. Below zero it is red, and has its minus. */
export const Figure = ({ money }: { readonly money: Money }) => {
  const { language } = useText();
  return (
    <span className={money.minor < 0 ? styles['negative'] : styles['figure']}>
      {formatAmount(money, language)}
    </span>
  );
};
