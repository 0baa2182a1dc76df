import type { CreditLimitExceeded } from '../../../shared/records/credit-account/charge.ts';
import { useCommand } from '../../api/useCommand.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { noteFocus } from '../../forms/noteFocus.ts';
import { formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { EntryFields } from './EntryFields.tsx';
import { entryForm, useFreshDay } from './entryValues.ts';
import { useApproval } from './useApproval.ts';
import { useEntryEscape } from './useEntryEscape.tsx';
import { useEntryToast } from './useEntryToast.ts';
import type { AccountProps } from './accountProps.ts';

/** Puts a sale on the account. One that passes the limit is refused, and may then be approved with a reason. */
export const ChargeForm = (props: AccountProps) => {
  const { account, isErased, name } = props;
  const { t, language } = useText();
  const command = useCommand('credit-account/charge', entryForm(props));
  const record = useApproval(props, command);
  const { form, next, refused, setRefused, withdraw } = record;
  const { onEscape, question } = useEntryEscape(record, withdraw);
  useFreshDay(form);
  const toast = useEntryToast(props);

  const submit = form.handleSubmit(async (input) => {
    const focus = noteFocus();
    const sent = form.getValues();
    const charged = await command.run(input);
    if (!charged.ok) {
      toast.hide();
      if (charged.error.type !== 'CreditLimitExceeded') return;
      const { available } = charged.error as CreditLimitExceeded;
      setRefused({
        amount: sent.amount,
        occurredOn: input.occurredOn,
        available: available.minor,
        isNext: focus.isStill(),
      });
      return;
    }
    // Before the fields are emptied, and the one for the reason goes.
    focus.moveToFirst();
    setRefused(null);
    // The date stays: whoever writes up last week writes more than one entry of it.
    next(sent, { amount: '', memo: '', approval: '', occurredOn: input.occurredOn });
    const amount = formatMoney(input.amount, language);
    toast.show(
      name === null ? t('account.charged', { amount }) : t('account.chargedFor', { amount, name }),
      charged.value.entryId,
    );
  });

  return (
    <>
      <Form
        isBusy={command.pending}
        label={t('account.charge')}
        onSubmit={submit}
        onEscape={onEscape}
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
      {question}
    </>
  );
};
