import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

interface ButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'isPending'
> {
  /** `primary`: the one thing a form is for. `danger`: cannot be taken back. `quiet`: without an edge. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  /** Under way: it keeps its place and its focus, and does nothing until it is done. */
  readonly isPending?: boolean;
  /** Has nothing to do at present, perhaps as it has just been pressed: it keeps its place and its focus. */
  readonly isIdle?: boolean;
  /**
   * In the place of `onPress` where the next press does the opposite: the rest of a double click is not meant
   * for that.
   */
  readonly onToggle?: () => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** Left out for a button of an icon alone, which then needs an `aria-label`. */
  readonly children?: ReactNode;
}

// React Aria's own pending state announces by an id that is gone a moment later.
const pending = { type: 'button', onPress: () => undefined } as const;

// A button that is disabled while it has the focus drops it, and a key pressed then reaches nothing.
const idle = { ...pending, 'aria-disabled': true } as const;

/** A click that follows another one at the same place counts further; one by keyboard counts nothing. */
const unlessRepeated =
  (then: () => void) =>
  ({ detail }: Pick<MouseEvent, 'detail'>): void => {
    if (detail < 2) then();
  };

/** A button. */
export const Button = ({
  look = 'plain',
  size = 'normal',
  icon,
  isPending = false,
  isIdle = false,
  onToggle,
  buttonRef,
  children,
  ...props
}: ButtonProps) => (
  <AriaButton
    {...props}
    {...(onToggle === undefined ? {} : { onClick: unlessRepeated(onToggle) })}
    {...(isPending ? pending : {})}
    {...(isIdle ? idle : {})}
    ref={buttonRef ?? null}
    className={[
      styles['button'],
      styles[look],
      styles[size],
      isPending ? styles['pending'] : '',
      isIdle ? styles['idle'] : '',
      children === undefined ? styles['iconOnly'] : '',
    ].join(' ')}
  >
    {icon}
    {children === undefined ? null : <span>{children}</span>}
  </AriaButton>
);
