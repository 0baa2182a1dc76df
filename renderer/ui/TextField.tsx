import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import styles from './Field.module.css';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'isInvalid' | 'validationBehavior'
> {
  readonly label: string;
  /** Shown below: what to type, or what the typed means. */
  readonly description?: ReactNode;
  /** A sentence that says what to do; its presence marks the field as wrong. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** More than one makes it a field of several lines. */
  readonly lines?: number;
  /** Figures line up on the right and are all equally wide. */
  readonly figures?: boolean;
  /** Beside the text, such as a currency. */
  readonly suffix?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly hideLabel?: boolean;
  /**
   * The focus is here from the moment the field is on the screen. It is the browser's own, since one that
   * is given later would take what is being typed into another field meanwhile.
   */
  readonly autoFocus?: boolean;
}

const Control = ({
  lines = 1,
  figures = false,
  suffix,
  placeholder,
  inputRef,
  autoFocus = false,
}: Pick<
  TextFieldProps,
  'lines' | 'figures' | 'suffix' | 'placeholder' | 'inputRef' | 'autoFocus'
>) => {
  if (lines > 1)
    return (
      <TextArea
        className={`${styles['input']} ${styles['area']}`}
        rows={lines}
        placeholder={placeholder ?? ''}
        ref={inputRef ?? null}
        autoFocus={autoFocus}
      />
    );
  return (
    <div className={styles['line']}>
      <Input
        className={`${styles['input']} ${figures ? styles['figures'] : ''}`}
        placeholder={placeholder ?? ''}
        ref={inputRef ?? null}
        autoFocus={autoFocus}
      />
      {suffix === undefined ? null : <span className={styles['suffix']}>{suffix}</span>}
    </div>
  );
};

/** A field for text, with its label above it and what is wrong below it. */
export const TextField = ({
  label,
  description,
  error,
  placeholder,
  lines,
  figures,
  suffix,
  inputRef,
  hideLabel = false,
  autoFocus = false,
  ...props
}: TextFieldProps) => (
  <AriaTextField
    {...props}
    {...(hideLabel ? { 'aria-label': label } : {})}
    className={styles['field'] ?? ''}
    isInvalid={error !== undefined}
    validationBehavior="aria"
  >
    {hideLabel ? null : (
      <Label
        className={`${styles['label']} ${props.isRequired === true ? styles['required'] : ''}`}
      >
        {label}
      </Label>
    )}
    <Control
      {...(lines === undefined ? {} : { lines })}
      {...(figures === undefined ? {} : { figures })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(inputRef === undefined ? {} : { inputRef })}
      suffix={suffix}
      autoFocus={autoFocus}
    />
    {description === undefined || error !== undefined ? null : (
      <Text slot="description" className={styles['description'] ?? ''}>
        {description}
      </Text>
    )}
    <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
  </AriaTextField>
);
