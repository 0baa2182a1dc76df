import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  readonly text?: string;
  /** As wide as the page, for tables; else as wide as one reads well. */
  readonly isWide?: boolean;
  /** A place of its own to go to, for whoever hears the page. */
  readonly isLandmark?: boolean;
  readonly children: ReactNode;
}

/** A part of a page that scrolls, under a title of its own. */
export const Section = ({
  title,
  text,
  isWide = false,
  isLandmark = false,
  children,
}: SectionProps) => (
  <section
    className={`${styles['section']} ${isWide ? styles['wide'] : ''}`}
    aria-label={isLandmark ? title : undefined}
  >
    <h2 className={styles['title']}>{title}</h2>
    {text === undefined ? null : <p className={styles['text']}>{text}</p>}
    {children}
  </section>
);
