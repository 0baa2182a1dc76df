import type { ReactNode } from 'react';
import { useTitle } from './useTitle.ts';
import styles from './PageHead.module.css';

interface PageHeadProps {
  readonly title: string;
  /** Small, beside the title: a count. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
}

/** The title of a page, and what can be done with all of it. */
export const PageHead = ({ title, aside, actions }: PageHeadProps) => {
  useTitle(title);
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{title}</h1>
      {aside === undefined ? null : <span className={styles['aside']}>{aside}</span>}
      <div className={styles['actions']}>{actions}</div>
    </header>
  );
};
