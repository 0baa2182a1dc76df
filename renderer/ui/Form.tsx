import { useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from './composition.ts';
import styles from './Form.module.css';

interface FormProps {
  readonly label: string;
  /** What it gives is awaited: until then nothing more is sent, also before anybody could be shown so. */
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => Promise<void> | void;
  readonly onEscape?: () => void;
  /** True while what was sent is under way; until it is done nothing more is sent. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** A form that Enter saves and Escape leaves, and that no input method submits by accident. */
export const Form = ({ label, onSubmit, onEscape, isBusy = false, children }: FormProps) => {
  const isUnderWay = useRef(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    isUnderWay.current = true;
    try {
      await onSubmit(event);
    } finally {
      isUnderWay.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (isComposing(event.nativeEvent)) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && onEscape !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    }
    // In a field of several lines Enter is a new line, so Ctrl or Cmd saves.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
  return (
    <form
      aria-label={label}
      aria-busy={isBusy}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        if (isBusy || isUnderWay.current) event.preventDefault();
        else void submit(event);
      }}
      onKeyDown={onKeyDown}
    >
      {children}
    </form>
  );
};

/** The buttons of a form, the one it is for first. */
export const FormActions = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['actions']}>{children}</div>
);

/** Fields beside each other where there is room. */
export const FormRow = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['row']}>{children}</div>
);
