import type { ReactNode } from 'react';
import styles from './SettingsPage.module.css';

interface SettingProps {
  readonly label: string;
  /** What it means, below what is chosen. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One line of a section: what it is, and how it stands or can be chosen. */
export const Setting = ({ label, hint, children }: SettingProps) => (
  <div className={styles['setting']}>
    <dt>{label}</dt>
    <dd>
      {children}
      {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
    </dd>
  </div>
);
