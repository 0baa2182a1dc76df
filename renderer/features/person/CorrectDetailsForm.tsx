import { useMemo, useState } from 'react';
import { ok } from '../../../shared/kernel/result.ts';
import { correctDetails } from '../../../shared/records/person/correct-details.ts';
import type { PersonDetails } from '../../../shared/records/person/details.ts';
import { useApi } from '../../api/ApiContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { draftAbout, readDraft } from '../../forms/drafts.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { LeaveDialog } from '../../forms/LeaveDialog.tsx';
import { readOptional } from '../../forms/readFields.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { todayHere } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { DetailFields } from './DetailFields.tsx';
import { ChangedMeanwhile, type Told } from './ChangedMeanwhile.tsx';
import { changedMeanwhile, readChanges, showDetails, type DetailValues } from './detailValues.ts';
import { useCorrectionToast } from './useCorrectionToast.ts';
import { useReferenceCheck } from './useReferenceCheck.ts';

interface CorrectDetailsFormProps {
  readonly personId: string;
  readonly details: PersonDetails;
  readonly onClose: () => void;
}

interface Values extends DetailValues {
  readonly reason: string;
}

const useCorrection = (personId: string, details: PersonDetails) => {
  const name = draftAbout(personId, 'details');
  // As it was when the user saw it. A change from elsewhere must not count as the user's own.
  const [seen] = useState(() => ({
    ...showDetails(details),
    ...readDraft<DetailValues>(name).seen,
  }));
  const read = useMemo(
    () => (values: Values) => {
      const changes = readChanges(seen, values, todayHere());
      return changes.ok
        ? ok({ personId, changes: changes.value, ...readOptional('reason', values.reason) })
        : changes;
    },
    [personId, seen],
  );
  const record = useRecordForm({
    name,
    empty: { ...seen, reason: '' },
    read,
    schema: correctDetails.input,
  });
  return { ...record, seen };
};

/** Corrects details. Only what differs is written; the old values stay in the history. */
export const CorrectDetailsForm = ({ personId, details, onClose }: CorrectDetailsFormProps) => {
  const { t } = useText();
  const api = useApi();
  const command = useCommand('person/correct-details', draftAbout(personId, 'details'));
  const { form, isDirty, clear, seen } = useCorrection(personId, details);
  /** What the user has been told of: whoever saves after that means it. */
  const [told, setTold] = useState<Told>({ now: seen, fields: [] });
  const [asking, setAsking] = useState(false);
  const references = useReferenceCheck(personId);
  const showCorrected = useCorrectionToast(personId);
  const leave = (): void => {
    clear();
    onClose();
  };
  const askToLeave = (): void => {
    if (isDirty) setAsking(true);
    else leave();
  };
  const askDetails = async (): Promise<PersonDetails> => {
    const answer = await api.ask('person/page', { personId });
    // Where nobody can be asked, nothing can be written either, and the command says why.
    return (answer.ok ? answer.value.rows[0]?.details : null) ?? details;
  };
  const submit = form.handleSubmit(async (input) => {
    // Asked, as another window may have corrected them a moment ago.
    const latest = await askDetails();
    const now = showDetails(latest);
    const fields = changedMeanwhile(seen, now, form.getValues());
    setTold({ now, fields });
    if (fields.some((field) => now[field] !== told.now[field])) return;
    if (!(await references.mayHave(input.changes.reference ?? undefined))) return;
    const corrected = await command.run(input);
    if (!corrected.ok) return;
    // What another window has corrected meanwhile is not undone with this.
    showCorrected(latest, input.changes);
    leave();
  });
  return (
    <Form
      isBusy={command.pending || form.formState.isSubmitting}
      label={t('details.correct')}
      onSubmit={submit}
      onEscape={askToLeave}
    >
      <DetailFields control={form.control} personId={personId} toldOfReference={references.told} />
      <FormTextField
        control={form.control}
        name="reason"
        label={t('details.reason')}
        description={t('details.reasonHint')}
        autoComplete="off"
      />
      <ChangedMeanwhile {...told} />
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
