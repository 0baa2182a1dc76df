import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './SortButton.module.css';

interface SortButtonProps {
  /** Where the arrow beside the words points; none where the list is not sorted by them. */
  readonly arrow: 'up' | 'down' | null;
  /** What the arrow means. */
  readonly arrowLabel: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const arrows = { up: ArrowUp, down: ArrowDown } as const;

/** The heading of a column by which a list can be sorted. */
export const SortButton = ({ arrow, arrowLabel, onPress, children }: SortButtonProps) => {
  const Arrow = arrow === null ? null : arrows[arrow];
  return (
    <Button className={styles['sort'] ?? ''} onPress={onPress}>
      {children}
      {Arrow === null ? null : <Arrow size={14} aria-label={arrowLabel} />}
    </Button>
  );
};
