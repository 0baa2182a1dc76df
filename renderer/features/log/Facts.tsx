import type { ReactNode } from 'react';
import styles from './EventPanel.module.css';

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Ids and hashes: in letters of one width, broken anywhere. */
  readonly isCode?: boolean;
}

/** Names and values of one thing. What is null is left out. */
export const Facts = ({ facts, isCode = false }: FactsProps) => (
  <dl className={styles['facts']} data-code={isCode}>
    {facts.map(({ name, value }) =>
      value === null ? null : (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
);
