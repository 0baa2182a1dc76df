import { useMemo, useState } from 'react';
import { ok } from '../../../shared/kernel/result.ts';
import { correctDetails } from '../../../shared/records/person/correct-details.ts';
import type { PersonDetails } from '../../../shared/records/person/details.ts';
import { useCommand } from '../../api/useCommand.ts';
import { draftAbout } from '../../forms/drafts.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { LeaveDialog } from '../../forms/LeaveDialog.tsx';
import { readOptional } from '../../forms/readFields.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { todayHere } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { showToast } from '../../ui/toasts.ts';
import { DetailFields } from './DetailFields.tsx';
import { readChanges, showDetails, type DetailValues } from './detailValues.ts';

interface CorrectDetailsFormProps {
  readonly personId: string;
  readonly details: PersonDetails;
  readonly onClose: () => void;
}

interface Values extends DetailValues {
  readonly reason: string;
}

const useCorrection = (personId: string, details: PersonDetails) => {
  const before = useMemo(() => showDetails(details), [details]);
  const read = useMemo(
    () => (values: Values) =>
      ok({
        personId,
        changes: readChanges(before, values, todayHere()),
        ...readOptional('reason', values.reason),
      }),
    [personId, before],
  );
  return useRecordForm({
    name: draftAbout(personId, 'details'),
    empty: { ...before, reason: '' },
    read,
    schema: correctDetails.input,
  });
};

/** Corrects details. Only what differs is written; the old values stay in the history. */
export const CorrectDetailsForm = ({ personId, details, onClose }: CorrectDetailsFormProps) => {
  const { t } = useText();
  const command = useCommand('person/correct-details', draftAbout(personId, 'details'));
  const { form, isDirty, clear } = useCorrection(personId, details);
  const [asking, setAsking] = useState(false);
  const leave = (): void => {
    clear();
    onClose();
  };
  const askToLeave = (): void => {
    if (isDirty) setAsking(true);
    else leave();
  };
  const submit = form.handleSubmit(async (input) => {
    const corrected = await command.run(input);
    if (!corrected.ok) return;
    showToast({ text: t('details.done') });
    leave();
  });
  return (
    <Form
      isBusy={command.pending}
      label={t('details.correct')}
      onSubmit={(event) => void submit(event)}
      onEscape={askToLeave}
    >
      <DetailFields control={form.control} personId={personId} />
      <FormTextField
        control={form.control}
        name="reason"
        label={t('details.reason')}
        description={t('details.reasonHint')}
        autoComplete="off"
      />
      <RefusalMessage refusal={command.refusal} />
      <FormActions>
        <Button type="submit" look="primary" isPending={command.pending}>
          {t('details.submit')}
        </Button>
        <Button onPress={askToLeave}>{t('common.cancel')}</Button>
      </FormActions>
      {asking ? <LeaveDialog onStay={() => setAsking(false)} onLeave={leave} /> : null}
    </Form>
  );
};
