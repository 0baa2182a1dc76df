import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: the one thing a form is for. `danger`: cannot be taken back. `quiet`: without an edge. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** Left out for a button of an icon alone, which then needs an `aria-label`. */
  readonly children?: ReactNode;
}

/** A button. One that is pending stays focusable and says so. */
export const Button = ({
  look = 'plain',
  size = 'normal',
  icon,
  buttonRef,
  children,
  ...props
}: ButtonProps) => (
  <AriaButton
    {...props}
    ref={buttonRef ?? null}
    className={[
      styles['button'],
      styles[look],
      styles[size],
      children === undefined ? styles['iconOnly'] : '',
    ].join(' ')}
  >
    {icon}
    {children === undefined ? null : <span>{children}</span>}
  </AriaButton>
);
