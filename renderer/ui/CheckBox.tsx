import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components';
import styles from './CheckBox.module.css';

interface CheckBoxProps extends Pick<CheckboxProps, 'isSelected' | 'onChange'> {
  readonly children: ReactNode;
}

/** A box to tick, with words beside it. */
export const CheckBox = ({ children, ...props }: CheckBoxProps) => (
  <Checkbox {...props} className={styles['check'] ?? ''}>
    <span className={styles['box']} aria-hidden="true" />
    {children}
  </Checkbox>
);
