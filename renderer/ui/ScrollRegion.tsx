import type { ReactNode } from 'react';
import styles from './ScrollRegion.module.css';

interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Something wider than the page, such as a table: it scrolls by itself, also with the keyboard. */
export const ScrollRegion = ({ label, children }: ScrollRegionProps) => (
  <div className={styles['region']} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
