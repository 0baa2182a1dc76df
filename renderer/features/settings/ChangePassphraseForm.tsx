import { useState } from 'react';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { methodInputs } from '../../../shared/methods.ts';
import type { PassphraseChanged } from '../../../shared/protocol/daybook-status.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useApi } from '../../api/ApiContext.ts';
import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Message } from '../../ui/Message.tsx';
import { NewPassphraseFields } from '../welcome/NewPassphraseFields.tsx';
import { newPassphraseProblems } from '../welcome/newPassphraseProblems.ts';
import styles from './SettingsPage.module.css';

interface Values {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

const empty: Values = { current: '', next: '', again: '' };

const read = ({ current, next, again }: Values) => {
  const problems: readonly FieldProblem<keyof Values>[] = [
    ...(current === '' ? [{ field: 'current' as const, code: 'TextEmpty' }] : []),
    ...newPassphraseProblems<keyof Values>(['next', next], ['again', again]),
  ];
  return problems.length > 0 ? err(problems) : ok({ current, next });
};

/** Locks the daybook under another passphrase. Neither is ever kept as a draft. */
export const ChangePassphraseForm = () => {
  const { t } = useText();
  const { bridge } = useApi();
  const [outcome, setOutcome] = useState<Result<PassphraseChanged, Refusal> | null>(null);
  const [pending, setPending] = useState(false);
  const { form, clear } = useRecordForm({
    name: 'change-passphrase',
    keepsDraft: false,
    empty,
    read,
    schema: methodInputs['daybook/change-passphrase'],
  });

  const submit = form.handleSubmit(async (input) => {
    setPending(true);
    setOutcome(null);
    const reply = await bridge.call('daybook/change-passphrase', input);
    setPending(false);
    if (!reply.ok && reply.error.type === 'WrongPassphrase') {
      form.setError('current', { type: 'passphraseWrong', message: 'passphraseWrong' });
      // Whoever cannot see what they have typed writes it anew.
      form.setFocus('current', { shouldSelect: true });
      return;
    }
    setOutcome(reply);
    if (reply.ok) clear();
  });

  return (
    <div className={styles['form']}>
      <Form isBusy={pending} label={t('settings.changePassphrase')} onSubmit={submit}>
        <FormTextField
          control={form.control}
          name="current"
          label={t('settings.currentPassphrase')}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <NewPassphraseFields
          control={form.control}
          name="next"
          againName="again"
          label={t('settings.newPassphrase')}
          passphrase={form.watch('next')}
        />
        {outcome?.ok === true ? (
          <div role="status">
            <Message look="note">
              {t(
                outcome.value.isOldGone
                  ? 'settings.passphraseChanged'
                  : 'settings.passphraseChangedOldThere',
              )}
            </Message>
          </div>
        ) : (
          <RefusalMessage refusal={outcome?.error ?? null} />
        )}
        <FormActions>
          <Button type="submit" look="primary" isPending={pending}>
            {pending ? t('settings.changingPassphrase') : t('settings.changePassphrase')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
};
