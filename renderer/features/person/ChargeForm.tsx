import { useEffect, useMemo, useState } from 'react';
import { charge } from '../../../shared/records/credit-account/charge.ts';
import { useCommand, type Command } from '../../api/useCommand.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { noteFocus } from '../../forms/noteFocus.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { parseDayText, todayHere } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { EntryFields } from './EntryFields.tsx';
import {
  entryForm,
  readEntry,
  useEmptyEntry,
  useFreshDay,
  type EntryValues,
} from './entryValues.ts';
import { useUndoToast } from './useUndoToast.ts';
import type { AccountProps } from './accountProps.ts';

/** A charge that was refused at the limit. What is approved is this one, not what is typed over it. */
interface RefusedCharge {
  readonly amount: string;
  readonly occurredOn: string;
  /** Whether the field for the reason is where the user goes on, since they have not gone on elsewhere. */
  readonly isNext: boolean;
}

const useChargeForm = (props: AccountProps, approves: boolean) => {
  const { account, isErased } = props;
  const {
    accountId,
    limit: { currency },
  } = account;
  const { language } = useText();
  const empty = useEmptyEntry();
  const read = useMemo(
    () => (values: EntryValues) => readEntry(accountId, values, { currency, language, approves }),
    [accountId, currency, language, approves],
  );
  return useRecordForm({
    name: entryForm(props),
    keepsDraft: !isErased,
    empty,
    read,
    schema: charge.input,
  });
};

/** The charge to be approved, until its amount or its date is another one: then it is a plain charge again. */
const useApproval = (props: AccountProps, { forget }: Command<'credit-account/charge'>) => {
  const [refused, setRefused] = useState<RefusedCharge | null>(null);
  const approves = refused !== null && !props.isErased;
  const record = useChargeForm(props, approves);
  const { subscribe, setValue, clearErrors } = record.form;
  useEffect(() => {
    if (refused === null) return undefined;
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values: { amount, occurredOn } }) => {
        const day = parseDayText(occurredOn, todayHere());
        if (amount === refused.amount && day === refused.occurredOn) return;
        stop();
        setRefused(null);
        forget();
        setValue('approval', '');
        clearErrors('approval');
      },
    });
    return stop;
  }, [refused, subscribe, forget, setValue, clearErrors]);
  return { ...record, refused: approves ? refused : null, setRefused };
};

/** Puts a sale on the account. One that passes the limit is refused, and may then be approved with a reason. */
export const ChargeForm = (props: AccountProps) => {
  const { account, isErased } = props;
  const { t, language } = useText();
  const command = useCommand('credit-account/charge', entryForm(props));
  const { form, next, refused, setRefused } = useApproval(props, command);
  useFreshDay(form);
  const undoToast = useUndoToast(account.accountId, isErased);

  const submit = form.handleSubmit(async (input) => {
    const focus = noteFocus();
    const sent = form.getValues();
    const charged = await command.run(input);
    if (!charged.ok) {
      if (charged.error.type !== 'CreditLimitExceeded') return;
      const { amount } = sent;
      setRefused({ amount, occurredOn: input.occurredOn, isNext: focus.isStill() });
      return;
    }
    // Before the fields are emptied, and the one for the reason goes.
    focus.moveToFirst();
    setRefused(null);
    // The date stays: whoever writes up last week writes more than one entry of it.
    next(sent, { amount: '', memo: '', approval: '', occurredOn: input.occurredOn });
    undoToast(
      t('account.charged', { amount: formatMoney(input.amount, language) }),
      charged.value.entryId,
    );
  });

  return (
    <Form
      isBusy={command.pending}
      label={t('account.charge')}
      onSubmit={(event) => void submit(event)}
      onEscape={() => {
        setRefused(null);
        command.forget();
        form.setValue('approval', '');
      }}
    >
      <EntryFields control={form.control} currency={account.limit.currency} isErased={isErased} />
      <RefusalMessage refusal={command.refusal} />
      {refused === null ? null : (
        <FormTextField
          control={form.control}
          name="approval"
          label={t('account.approvalReason')}
          autoComplete="off"
          autoFocus={refused.isNext}
          isRequired
        />
      )}
      <FormActions>
        <Button type="submit" look="primary" isPending={command.pending}>
          {refused === null ? t('account.submitCharge') : t('account.approve')}
        </Button>
      </FormActions>
    </Form>
  );
};
