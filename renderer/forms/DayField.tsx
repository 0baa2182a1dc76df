import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import type { DayRange, LocalDate } from '../../shared/kernel/local-date.ts';
import { fieldSentence } from '../text/fieldSentence.ts';
import { useText } from '../text/useText.ts';
import { dayAfter, formatLongDay, isWrittenAsDay, parseDayText, todayHere } from '../text/when.ts';
import { isComposing } from '../ui/composition.ts';
import { TextField } from '../ui/TextField.tsx';
import type { FormFieldProps } from './FormTextField.tsx';

interface DayFieldProps<Values extends FieldValues, Input> extends FormFieldProps<Values, Input> {
  readonly label: string;
  readonly isRequired?: boolean;
  /** A day such as one that is typed here; today where nothing is said. */
  readonly example?: string;
  /** The days that the command takes; whatever has no such rule takes all. */
  readonly daysAt?: (today: LocalDate) => DayRange;
}

/**
 * A field for a calendar day, written year first so that it can be read in one way only. Below it the
 * day stands in words; the arrow keys go a day on or back.
 */
export const DayField = <Values extends FieldValues, Input>({
  control,
  name,
  label,
  isRequired = false,
  example,
  daysAt,
}: DayFieldProps<Values, Input>) => {
  const { t, language } = useText();
  const { field, fieldState } = useController({ control, name });
  const text = field.value as string;
  const [today] = useState(todayHere);
  const day = parseDayText(text, today);
  const exampleDay = example ?? today;
  const invalid = fieldState.error?.message;
  const code = invalid === 'DateInvalid' && !isWrittenAsDay(text) ? 'dateUnreadable' : invalid;
  return (
    <TextField
      label={label}
      isRequired={isRequired}
      figures={false}
      name={field.name}
      value={text}
      onChange={field.onChange}
      onBlur={() => {
        if (day !== null) field.onChange(day);
        field.onBlur();
      }}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        field.onChange(dayAfter(day ?? today, step));
      }}
      inputRef={field.ref}
      inputMode="numeric"
      autoComplete="off"
      placeholder={exampleDay}
      description={day === null ? undefined : formatLongDay(day, language)}
      error={
        code === undefined
          ? undefined
          : fieldSentence(t, code, {
              language,
              currency: '',
              exampleDay,
              ...(daysAt === undefined ? {} : { days: daysAt(today) }),
            })
      }
    />
  );
};
