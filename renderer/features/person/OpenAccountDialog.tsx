import { useMemo } from 'react';
import { ok } from '../../../shared/kernel/result.ts';
import { open } from '../../../shared/records/credit-account/open.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDaybook } from '../../api/useHost.ts';
import { AmountField } from '../../forms/AmountField.tsx';
import { GuardedDialog } from '../../forms/GuardedDialog.tsx';
import { readLimit } from '../../forms/readFields.ts';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { showToast } from '../../ui/toasts.ts';
import { openAccountForm } from './accountForm.ts';

interface OpenAccountDialogProps {
  readonly personId: string;
  /** Told with the id of the account when one was opened. */
  readonly onClose: (openedId?: string) => void;
}

interface Values {
  readonly limit: string;
}

const empty: Values = { limit: '' };

/** Opens an account for a person, with its limit. */
export const OpenAccountDialog = ({ personId, onClose }: OpenAccountDialogProps) => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const command = useCommand('credit-account/open', openAccountForm(personId));
  const read = useMemo(
    () => (values: Values) => {
      const limit = readLimit('limit', values.limit, { currency, language });
      return limit.ok ? ok({ personId, limit: limit.value }) : limit;
    },
    [personId, currency, language],
  );
  const { form, isDirty, clear } = useRecordForm({
    name: openAccountForm(personId),
    empty,
    read,
    schema: open.input,
  });
  const leave = (openedId?: string): void => {
    clear();
    onClose(openedId);
  };
  const submit = form.handleSubmit(async (input) => {
    const opened = await command.run(input);
    if (!opened.ok) return;
    showToast({ text: t('account.opened') });
    leave(opened.value.accountId);
  });
  return (
    <GuardedDialog title={t('account.openTitle')} isDirty={isDirty} onLeave={() => leave()}>
      {(askToLeave) => (
        <Form isBusy={command.pending} label={t('account.openTitle')} onSubmit={submit}>
          <AmountField
            control={form.control}
            name="limit"
            label={t('account.limit')}
            description={t('account.limitHint')}
            currency={currency}
            autoFocus
            isRequired
          />
          <RefusalMessage refusal={command.refusal} />
          <FormActions>
            <Button type="submit" look="primary" isPending={command.pending}>
              {t('account.open')}
            </Button>
            <Button onPress={askToLeave}>{t('common.cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </GuardedDialog>
  );
};
