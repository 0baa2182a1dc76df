import { createLink } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './BackLink.module.css';

const BackAnchor = ({ children, className = '', ...props }: ComponentProps<'a'>) => (
  <a {...props} className={`${styles['back']} ${className}`}>
    <ArrowLeft aria-hidden="true" />
    {children}
  </a>
);

/** The way back from a page to the one that led there, above its title. */
export const BackLink = createLink(BackAnchor);
