import { useMemo } from 'react';
import { charge } from '../../../shared/records/credit-account/charge.ts';
import { useCommand } from '../../api/useCommand.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { EntryFields } from './EntryFields.tsx';
import { entryDraft, readEntry, useEmptyEntry, type EntryValues } from './entryValues.ts';
import { useUndoToast } from './useUndoToast.ts';
import type { AccountProps } from './accountProps.ts';

const useChargeForm = ({ account, personId, isErased }: AccountProps) => {
  const {
    accountId,
    limit: { currency },
  } = account;
  const { language } = useText();
  const empty = useEmptyEntry();
  const read = useMemo(
    () => (values: EntryValues) => readEntry(accountId, values, { currency, language }),
    [accountId, currency, language],
  );
  return useRecordForm({
    draft: isErased ? null : entryDraft(personId, accountId),
    empty,
    read,
    schema: charge.input,
  });
};

/** Puts a sale on the account. One that passes the limit is refused, and may then be approved with a reason. */
export const ChargeForm = (props: AccountProps) => {
  const { account, isErased } = props;
  const { t, language } = useText();
  const command = useCommand('credit-account/charge');
  const { form, next } = useChargeForm(props);
  const undoToast = useUndoToast(account.accountId, isErased);
  const passesLimit = command.refusal?.type === 'CreditLimitExceeded' && !isErased;

  const submit = form.handleSubmit(async (input) => {
    const sent = form.getValues();
    const charged = await command.run(input);
    if (!charged.ok) {
      if (charged.error.type === 'CreditLimitExceeded')
        requestAnimationFrame(() => form.setFocus('approval'));
      return;
    }
    // The date stays: whoever writes up last week writes more than one entry of it.
    next(sent, { amount: '', memo: '', approval: '', occurredOn: input.occurredOn });
    form.setFocus('amount');
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
        command.forget();
        form.setValue('approval', '');
      }}
    >
      <EntryFields control={form.control} currency={account.limit.currency} isErased={isErased} />
      <RefusalMessage refusal={command.refusal} />
      {passesLimit ? (
        <FormTextField
          control={form.control}
          name="approval"
          label={t('account.approvalReason')}
          autoComplete="off"
          isRequired
        />
      ) : null}
      <FormActions>
        <Button type="submit" look="primary" isPending={command.pending}>
          {passesLimit ? t('account.approve') : t('account.submitCharge')}
        </Button>
      </FormActions>
    </Form>
  );
};
