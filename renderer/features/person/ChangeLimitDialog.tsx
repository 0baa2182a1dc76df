import { useMemo } from 'react';
import { ok } from '../../../shared/kernel/result.ts';
import { changeLimit } from '../../../shared/records/credit-account/change-limit.ts';
import { useCommand } from '../../api/useCommand.ts';
import { AmountField } from '../../forms/AmountField.tsx';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { GuardedDialog } from '../../forms/GuardedDialog.tsx';
import { readLimit, readOptional } from '../../forms/readFields.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { formatAmount, formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { accountForm } from './accountForm.ts';
import type { AccountProps } from './accountProps.ts';
import { useUndoToast } from './useUndoToast.ts';

interface ChangeLimitDialogProps extends AccountProps {
  readonly onClose: () => void;
}

const limitForm = (props: AccountProps): string =>
  accountForm(props, `change-limit/${props.account.accountId}`);

interface Values {
  readonly limit: string;
  readonly reason: string;
}

const useLimitForm = (props: AccountProps) => {
  const { accountId, limit } = props.account;
  const { language } = useText();
  const { currency } = limit;
  const read = useMemo(
    () => (values: Values) => {
      const changed = readLimit('limit', values.limit, { currency, language });
      return changed.ok
        ? ok({ accountId, limit: changed.value, ...readOptional('reason', values.reason) })
        : changed;
    },
    [accountId, currency, language],
  );
  return useRecordForm<Values, ReturnType<typeof changeLimit.input.parse>>({
    name: limitForm(props),
    keepsDraft: !props.isErased,
    empty: { limit: formatAmount(limit, language), reason: '' },
    read,
    schema: changeLimit.input,
  });
};

/** Gives an account another limit. */
export const ChangeLimitDialog = ({ onClose, ...props }: ChangeLimitDialogProps) => {
  const { account, isErased } = props;
  const { t, language } = useText();
  const command = useCommand('credit-account/change-limit', limitForm(props));
  const { form, isDirty, clear } = useLimitForm(props);
  const { show, counter } = useUndoToast(limitForm(props));
  const leave = (): void => {
    clear();
    onClose();
  };
  const submit = form.handleSubmit(async (input) => {
    // As it was when this was sent: the account will have come with the new one by the time of an undo.
    const { accountId, limit } = account;
    const changed = await command.run(input);
    if (!changed.ok) return;
    const reason = isErased ? {} : { reason: t('undoing.reason') };
    show(t('account.limitChanged', { limit: formatMoney(input.limit, language) }), () =>
      counter(
        'credit-account/change-limit',
        { accountId, limit, ...reason },
        t('undoing.limit', { limit: formatMoney(limit, language) }),
      ),
    );
    leave();
  });
  return (
    <GuardedDialog title={t('account.changeLimitTitle')} isDirty={isDirty} onLeave={leave}>
      {(askToLeave) => (
        <Form isBusy={command.pending} label={t('account.changeLimitTitle')} onSubmit={submit}>
          <AmountField
            control={form.control}
            name="limit"
            label={t('account.newLimit')}
            currency={account.limit.currency}
            autoFocus
            isRequired
          />
          {isErased ? null : (
            <FormTextField
              control={form.control}
              name="reason"
              label={t('account.reason')}
              autoComplete="off"
            />
          )}
          <RefusalMessage refusal={command.refusal} />
          <FormActions>
            <Button type="submit" look="primary" isPending={command.pending}>
              {t('account.changeLimit')}
            </Button>
            <Button onPress={askToLeave}>{t('common.cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </GuardedDialog>
  );
};
