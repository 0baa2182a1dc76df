import { useMemo } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { reverseEntry } from '../../../shared/records/credit-account/reverse-entry.ts';
import { useCommand } from '../../api/useCommand.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { GuardedDialog } from '../../forms/GuardedDialog.tsx';
import { readOptional } from '../../forms/readFields.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { showToast } from '../../ui/toasts.ts';
import { accountForm } from './accountForm.ts';
import type { AccountProps } from './accountProps.ts';
import { entryForm } from './entryValues.ts';

type Entry = ViewRow<'credit-account/statement'>;

interface ReverseDialogProps extends AccountProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}

interface Values {
  readonly reason: string;
}

const empty: Values = { reason: '' };

const reasonForm = (props: AccountProps, entryId: string): string =>
  accountForm(props, `reverse/${entryId}`);

const useReasonForm = (props: AccountProps, entryId: string) => {
  const { account, isErased } = props;
  const { accountId } = account;
  const read = useMemo(
    () =>
      ({ reason }: Values) =>
        reason.trim() === '' && !isErased
          ? err([{ field: 'reason', code: 'TextEmpty' } as const])
          : ok({ accountId, entryId, ...readOptional('reason', reason) }),
    [accountId, entryId, isErased],
  );
  return useRecordForm({
    name: reasonForm(props, entryId),
    keepsDraft: !isErased,
    empty,
    read,
    schema: reverseEntry.input,
  });
};

/** Takes an entry back by a counter-entry that says why. */
export const ReverseDialog = ({ entry, onClose, ...props }: ReverseDialogProps) => {
  const { isErased, name } = props;
  const { t, language } = useText();
  const command = useCommand('credit-account/reverse-entry', reasonForm(props, entry.entryId));
  const { form, isDirty, clear } = useReasonForm(props, entry.entryId);
  const leave = (): void => {
    clear();
    onClose();
  };
  const submit = form.handleSubmit(async (input) => {
    const reversed = await command.run(input);
    if (!reversed.ok) return;
    showToast({
      text: name === null ? t('account.reverseDone') : t('account.reverseDoneFor', { name }),
      form: entryForm(props),
    });
    leave();
  });
  const kind = entry.kind === 'payment' ? t('account.payment') : t('account.charge');
  return (
    <GuardedDialog title={t('account.reverseTitle')} isDirty={isDirty} onLeave={leave}>
      {(askToLeave) => (
        <Form isBusy={command.pending} label={t('account.reverseTitle')} onSubmit={submit}>
          <p>
            <strong>
              {kind} {formatMoney(entry.amount, language)}
            </strong>
            , {formatDay(entry.occurredOn, language)}
            {entry.memo === null ? '' : `, ${entry.memo}`}
          </p>
          <p>{t('account.reverseText')}</p>
          {isErased ? (
            <p>{t('account.memoErased')}</p>
          ) : (
            <FormTextField
              control={form.control}
              name="reason"
              label={t('account.reason')}
              autoComplete="off"
              autoFocus
              isRequired
            />
          )}
          <RefusalMessage refusal={command.refusal} />
          <FormActions>
            <Button type="submit" look="primary" isPending={command.pending}>
              {t('account.reverseSubmit')}
            </Button>
            <Button onPress={askToLeave}>{t('common.cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </GuardedDialog>
  );
};
