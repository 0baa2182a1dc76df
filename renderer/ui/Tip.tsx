import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Tip.module.css';

interface TipProps {
  readonly text: string;
  /** False where the text stands beside the thing anyway. */
  readonly isNeeded: boolean;
  /** A button, or a `Focusable` around anything else. */
  readonly children: ReactNode;
}

/** Names a thing that is drawn as an icon alone, to whoever points at it or comes to it by keyboard. */
export const Tip = ({ text, isNeeded, children }: TipProps) => (
  <TooltipTrigger delay={300} isDisabled={!isNeeded}>
    {children}
    <Tooltip placement="right" offset={6} className={styles['tip'] ?? ''}>
      {text}
    </Tooltip>
  </TooltipTrigger>
);
