import type { ReactNode, Ref } from 'react';
import styles from './Empty.module.css';

interface EmptyProps {
  readonly title: string;
  readonly ref?: Ref<HTMLDivElement>;
  /** What that means, and what can be done about it. */
  readonly children?: ReactNode;
}

/** What stands in the place of a list without rows. */
export const Empty = ({ title, ref, children }: EmptyProps) => (
  <div ref={ref} className={styles['empty']}>
    <p className={styles['title']}>{title}</p>
    {children}
  </div>
);
