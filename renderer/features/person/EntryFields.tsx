import type { Control } from 'react-hook-form';
import { entryDays } from '../../../shared/records/credit-account/entry-days.ts';
import { AmountField } from '../../forms/AmountField.tsx';
import { DayField } from '../../forms/DayField.tsx';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { useText } from '../../text/useText.ts';
import type { EntryValues } from './entryValues.ts';

interface EntryFieldsProps<Input> {
  readonly control: Control<EntryValues, unknown, Input>;
  readonly currency: string;
  readonly isErased: boolean;
}

/** Amount, date and text of an entry. Nothing typed can be kept about somebody who has been erased. */
export const EntryFields = <Input,>({ control, currency, isErased }: EntryFieldsProps<Input>) => {
  const { t } = useText();
  return (
    <>
      <AmountField
        control={control}
        name="amount"
        label={t('account.amount')}
        currency={currency}
        isRequired
      />
      <DayField
        control={control}
        name="occurredOn"
        label={t('account.occurredOn')}
        daysAt={entryDays}
        isRequired
      />
      {isErased ? null : (
        <FormTextField
          control={control}
          name="memo"
          label={t('account.memo')}
          lines={2}
          autoComplete="off"
        />
      )}
    </>
  );
};
