import { pay } from '../../../shared/records/credit-account/pay.ts';
import { useCommand } from '../../api/useCommand.ts';
import { noteFocus } from '../../forms/noteFocus.ts';
import { formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { EntryFields } from './EntryFields.tsx';
import { entryForm, useFreshDay } from './entryValues.ts';
import { useEntryEscape } from './useEntryEscape.tsx';
import { useEntryForm } from './useEntryForm.ts';
import { useEntryToast } from './useEntryToast.ts';
import type { AccountProps } from './accountProps.ts';

/** Writes down a payment. */
export const PaymentForm = (props: AccountProps) => {
  const { account, isErased, name } = props;
  const { t, language } = useText();
  const command = useCommand('credit-account/pay', entryForm(props));
  const record = useEntryForm(props, pay.input);
  const { form, next } = record;
  const { onEscape, question } = useEntryEscape(record, command.forget);
  useFreshDay(form);
  const toast = useEntryToast(props);

  const submit = form.handleSubmit(async (input) => {
    const focus = noteFocus();
    const sent = form.getValues();
    const paid = await command.run(input);
    if (!paid.ok) {
      toast.hide();
      return;
    }
    focus.moveToFirst();
    next(sent, { amount: '', memo: '', approval: '', occurredOn: input.occurredOn });
    const amount = formatMoney(input.amount, language);
    toast.show(
      name === null ? t('account.paid', { amount }) : t('account.paidFrom', { amount, name }),
      paid.value.entryId,
    );
  });

  return (
    <>
      <Form
        isBusy={command.pending}
        label={t('account.payment')}
        onSubmit={submit}
        onEscape={onEscape}
      >
        <EntryFields control={form.control} currency={account.limit.currency} isErased={isErased} />
        <RefusalMessage refusal={command.refusal} />
        <FormActions>
          <Button type="submit" look="primary" isPending={command.pending}>
            {t('account.submitPayment')}
          </Button>
        </FormActions>
      </Form>
      {question}
    </>
  );
};
