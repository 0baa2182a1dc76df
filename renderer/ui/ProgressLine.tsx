import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import styles from './ProgressLine.module.css';

interface ProgressLineProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Beside the label: how long it still takes, or what ends it. */
  readonly aside?: ReactNode;
}

/** How far long work has come. What is beside it is no part of the bar, in which nothing could be pressed. */
export const ProgressLine = ({ label, done, total, aside }: ProgressLineProps) => (
  <div className={styles['line']}>
    <ProgressBar
      className={styles['progress'] ?? ''}
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={total === 0}
    >
      {({ percentage = 0, valueText }) => (
        <>
          <div className={styles['words']}>
            <Label>{label}</Label>
            <span className={styles['figure']}>{valueText}</span>
          </div>
          <div className={styles['track']}>
            <div className={styles['fill']} style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
    {aside === undefined ? null : <div className={styles['aside']}>{aside}</div>}
  </div>
);
