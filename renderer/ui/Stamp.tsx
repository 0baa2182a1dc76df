import type { ReactNode } from 'react';
import styles from './marks.module.css';

interface StampProps {
  readonly look?: 'ink' | 'red' | 'blue';
  readonly children: ReactNode;
}

/** A word stamped beside something: archived, closed, over the limit. */
export const Stamp = ({ look = 'ink', children }: StampProps) => (
  <span className={`${styles['stamp']} ${styles[look]}`}>{children}</span>
);
