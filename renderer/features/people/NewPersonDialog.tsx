import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { register, type Register } from '../../../shared/records/person/register.ts';
import { useApi } from '../../api/ApiContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDaybook } from '../../api/useHost.ts';
import { err } from '../../../shared/kernel/result.ts';
import { AmountField } from '../../forms/AmountField.tsx';
import { checkFields, type FieldProblem } from '../../forms/createFormResolver.ts';
import { draftAbout } from '../../forms/drafts.ts';
import { GuardedDialog } from '../../forms/GuardedDialog.tsx';
import { readLimit } from '../../forms/readFields.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { todayHere } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useStillShown } from '../../ui/useStillShown.ts';
import { openAccountForm } from '../person/accountForm.ts';
import { DetailFields } from '../person/DetailFields.tsx';
import { useReferenceCheck } from '../person/useReferenceCheck.ts';
import { emptyDetails, readDetails, type DetailValues } from '../person/detailValues.ts';

interface Values extends DetailValues {
  readonly limit: string;
}

const empty: Values = { ...emptyDetails, limit: '' };
const route = getRouteApi('/people');

const newPersonForm = (daybookId: string): string => `${daybookId}/new-person`;

/** The form for a new person, and at once for an account of theirs where a limit is given. */
const useNewPerson = () => {
  const { language } = useText();
  const { id, currency } = useDaybook();
  const read = useMemo(
    () => (values: Values) => {
      // A limit that cannot be read is refused before anybody is registered.
      const limit =
        values.limit.trim() === ''
          ? null
          : readLimit('limit', values.limit, { currency, language });
      const readOthers = (others: Values) => readDetails(others, todayHere());
      if (limit === null || limit.ok) return readOthers(values);
      // The other fields are checked too, so that everything that is wrong is said at once.
      const others = checkFields(values, readOthers, register.input);
      return err<readonly FieldProblem<keyof Values>[]>([
        ...limit.error,
        ...(others.ok ? [] : others.error),
      ]);
    },
    [currency, language],
  );
  return useRecordForm({
    name: newPersonForm(id),
    empty,
    read,
    schema: register.input,
  });
};

/** Registers a person over the list, then goes to them. */
export const NewPersonDialog = () => {
  const { t, language } = useText();
  const api = useApi();
  const { id, currency } = useDaybook();
  const navigate = useNavigate();
  const isStillShown = useStillShown();
  const question = route.useSearch();
  const { form, isDirty, clear } = useNewPerson();
  const registering = useCommand('person/register', newPersonForm(id));
  const references = useReferenceCheck(null);
  // Beside the command itself: what is asked before it, and the account that is opened after it.
  const [isAtWork, setIsAtWork] = useState(false);
  const isBusy = registering.pending || isAtWork;
  const leave = (): void => void navigate({ to: '/people', search: question });

  const openAccount = async (personId: string, name: string, typed: string): Promise<void> => {
    const limit = readLimit('limit', typed, { currency, language });
    const input = limit.ok ? { personId, limit: limit.value } : null;
    const opened =
      input && (await api.execute('credit-account/open', input, openAccountForm(personId)));
    showToast({
      // It names the person: an erasure takes it away.
      form: draftAbout(personId, 'registered'),
      text:
        opened === null || opened.ok
          ? t('register.done', { name })
          : t('register.doneWithoutAccount', {
              name,
              why: refusalSentence(opened.error, t, language),
            }),
    });
  };

  /** Gives the id of the new person, or null where they were not registered. */
  const registerPerson = async (input: Register, limit: string): Promise<string | null> => {
    if (!(await references.mayHave(input.details.reference))) return null;
    const registered = await registering.run(input);
    if (!registered.ok) return null;
    await openAccount(registered.value.personId, input.details.name, limit);
    return registered.value.personId;
  };

  const submit = form.handleSubmit(async (input) => {
    setIsAtWork(true);
    // The limit as it was sent, whatever is typed until it is its turn.
    const personId = await registerPerson(input, form.getValues('limit'));
    setIsAtWork(false);
    if (personId === null) return;
    clear();
    if (!isStillShown()) return;
    await navigate({ to: '/person/$personId', params: { personId }, search: {} });
  });

  return (
    <GuardedDialog
      title={t('register.title')}
      isDirty={isDirty}
      width="wide"
      onLeave={() => {
        clear();
        leave();
      }}
    >
      {(askToLeave) => (
        <Form isBusy={isBusy} label={t('register.title')} onSubmit={submit}>
          <DetailFields control={form.control} personId={null} toldOfReference={references.told}>
            <AmountField
              control={form.control}
              name="limit"
              label={t('register.limit')}
              currency={currency}
              description={t('register.limitHint')}
            />
          </DetailFields>
          <RefusalMessage refusal={registering.refusal} />
          <FormActions>
            <Button type="submit" look="primary" isPending={isBusy}>
              {t('register.submit')}
            </Button>
            <Button onPress={askToLeave}>{t('common.cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </GuardedDialog>
  );
};
