import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface MessageProps {
  readonly look?: 'refusal' | 'note';
  /** Between the parts of a page, with the margins of the page; else within a form or a part. */
  readonly isOnPage?: boolean;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** A sentence within the page. A refusal is read out at once. */
export const Message = ({
  look = 'refusal',
  isOnPage = false,
  children,
  actions,
}: MessageProps) => (
  <div
    className={`${styles['message']} ${styles[look]} ${isOnPage ? styles['onPage'] : ''}`}
    role={look === 'refusal' ? 'alert' : 'note'}
  >
    {look === 'refusal' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
    <div className={styles['text']}>{children}</div>
    {actions ? <div className={styles['actions']}>{actions}</div> : null}
  </div>
);
