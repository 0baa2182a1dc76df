import type { Money } from '../../shared/kernel/money.ts';
import { formatAmount } from '../text/amountText.ts';
import { useText } from '../text/useText.ts';
import styles from './Figure.module.css';

interface FigureProps {
  readonly money: Money;
  /** Below zero it is something to look after, such as credit that is used up beyond its limit. */
  readonly warns?: boolean;
}

/** An amount in a column: the currency stands in the heading. */
export const Figure = ({ money, warns = false }: FigureProps) => {
  const { language } = useText();
  return (
    <span className={warns && money.minor < 0 ? styles['warning'] : styles['figure']}>
      {formatAmount(money, language)}
    </span>
  );
};
