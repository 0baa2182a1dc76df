import type { FieldValues } from 'react-hook-form';
import { FormTextField, type FormFieldProps } from './FormTextField.tsx';

interface AmountFieldProps<Values extends FieldValues, Input> extends FormFieldProps<
  Values,
  Input
> {
  readonly label: string;
  readonly currency: string;
  readonly description?: string;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/** A field for an amount in the daybook's currency, typed with or without thousands separators. */
export const AmountField = <Values extends FieldValues, Input>(
  props: AmountFieldProps<Values, Input>,
) => (
  <FormTextField
    {...props}
    figures
    suffix={props.currency}
    inputMode="decimal"
    autoComplete="off"
  />
);
