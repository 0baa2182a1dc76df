import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { fieldSentence } from '../text/fieldSentence.ts';
import { useText } from '../text/useText.ts';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';

export interface FormFieldProps<Values extends FieldValues, Input> {
  readonly control: Control<Values, unknown, Input>;
  readonly name: FieldPath<Values>;
}

interface FormTextFieldProps<Values extends FieldValues, Input>
  extends
    FormFieldProps<Values, Input>,
    Omit<TextFieldProps, 'name' | 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'> {
  /** The daybook's currency, for sentences about amounts. */
  readonly currency?: string;
}

/** A text field of a form. */
export const FormTextField = <Values extends FieldValues, Input>({
  control,
  name,
  currency = '',
  ...props
}: FormTextFieldProps<Values, Input>) => {
  const { t, language } = useText();
  const { field, fieldState } = useController({ control, name });
  const code = fieldState.error?.message;
  return (
    <TextField
      {...props}
      name={field.name}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={code === undefined ? undefined : fieldSentence(t, code, { currency, language })}
    />
  );
};
