import type { ReactNode } from 'react';
import { useWatch, type Control, type FieldPath } from 'react-hook-form';
import { birthDays } from '../../../shared/records/person/birth-days.ts';
import { DayField } from '../../forms/DayField.tsx';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { useText } from '../../text/useText.ts';
import { FormRow } from '../../ui/Form.tsx';
import type { DetailValues } from './detailValues.ts';
import { SameReference } from './SameReference.tsx';
import type { ToldOfReference } from './useReferenceCheck.ts';

/** A day that cannot be read with its month and day swapped. */
const EXAMPLE_BIRTH_DATE = '1980-12-31';

interface DetailFieldsProps<Values extends DetailValues, Input> {
  readonly control: Control<Values, unknown, Input>;
  /** Whom the fields are about; null for somebody new. */
  readonly personId: string | null;
  readonly toldOfReference: ToldOfReference | null;
  /** More fields, beside the birth date. */
  readonly children?: ReactNode;
}

/** The fields for what is known of a person. */
export const DetailFields = <Values extends DetailValues, Input>({
  control,
  personId,
  toldOfReference,
  children,
}: DetailFieldsProps<Values, Input>) => {
  const { t } = useText();
  // Every form with these fields has these names; the compiler cannot see that through `Values`.
  const field = (name: keyof DetailValues) => ({ control, name: name as FieldPath<Values> });
  const reference: string = useWatch(field('reference'));
  return (
    <>
      <FormRow>
        <FormTextField
          {...field('name')}
          label={t('details.name')}
          autoComplete="off"
          autoFocus
          isRequired
        />
        <FormTextField
          {...field('reference')}
          label={t('details.reference')}
          description={t('details.referenceHint')}
          autoComplete="off"
        />
      </FormRow>
      <SameReference reference={reference} personId={personId} told={toldOfReference} />
      <FormRow>
        <FormTextField
          {...field('phones')}
          label={t('details.phones')}
          description={t('details.phonesHint')}
          lines={2}
          autoComplete="off"
        />
        <FormTextField
          {...field('address')}
          label={t('details.address')}
          lines={2}
          autoComplete="off"
        />
      </FormRow>
      <FormRow>
        <FormTextField
          {...field('email')}
          label={t('details.email')}
          inputMode="email"
          autoComplete="off"
        />
        <DayField
          {...field('birthDate')}
          label={t('details.birthDate')}
          example={EXAMPLE_BIRTH_DATE}
          daysAt={birthDays}
        />
        {children}
      </FormRow>
      <FormTextField {...field('note')} label={t('details.note')} lines={2} autoComplete="off" />
    </>
  );
};
