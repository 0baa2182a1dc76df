import { useMemo, useState } from 'react';
import { methodInputs } from '../../../shared/methods.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { useHostCall } from '../../api/useHost.ts';
import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Form, FormActions, FormRow } from '../../ui/Form.tsx';
import { currenciesIn, likelyCurrency } from './currencies.ts';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { newPassphraseProblems } from './newPassphraseProblems.ts';
import styles from './WelcomePage.module.css';

interface Values {
  readonly name: string;
  readonly passphrase: string;
  readonly again: string;
}

const empty: Values = { name: '', passphrase: '', again: '' };

/** Makes a new daybook and opens it. Passphrases are never kept as drafts. */
export const NewDaybookForm = ({ home }: { readonly home: string }) => {
  const { t, language } = useText();
  const callHost = useHostCall();
  const [currency, setCurrency] = useState(likelyCurrency[language]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const currencies = useMemo(
    () =>
      currenciesIn(language).map(({ code, name }) => ({ value: code, label: `${code} – ${name}` })),
    [language],
  );
  const read = useMemo(
    () =>
      ({ name, passphrase, again }: Values) => {
        const problems: readonly FieldProblem<keyof Values>[] = [
          ...(name.trim() === '' ? [{ field: 'name' as const, code: 'TextEmpty' }] : []),
          ...newPassphraseProblems<keyof Values>(['passphrase', passphrase], ['again', again]),
        ];
        if (problems.length > 0) return err(problems);
        return ok({ name: name.trim(), currency, passphrase });
      },
    [currency],
  );
  const { form } = useRecordForm({
    name: 'new-daybook',
    keepsDraft: false,
    empty,
    read,
    schema: methodInputs['daybook/create'],
  });

  const submit = form.handleSubmit(async (input) => {
    setPending(true);
    setRefusal(await callHost('daybook/create', input));
    setPending(false);
  });

  return (
    <>
      <header>
        <h2 className={styles['heading']}>{t('welcome.newTitle')}</h2>
        <p className={styles['folder']}>{t('welcome.place', { folder: home })}</p>
      </header>
      <Form isBusy={pending} label={t('welcome.newTitle')} onSubmit={submit}>
        <FormRow>
          <FormTextField
            control={form.control}
            name="name"
            label={t('welcome.name')}
            placeholder={t('welcome.namePlaceholder')}
            autoComplete="off"
            isRequired
          />
          <ComboField
            label={t('welcome.currency')}
            description={t('welcome.currencyHint')}
            options={currencies}
            value={currency}
            onChange={setCurrency}
          />
        </FormRow>
        <NewPassphraseFields
          control={form.control}
          name="passphrase"
          againName="again"
          label={t('welcome.passphrase')}
          passphrase={form.watch('passphrase')}
        />
        <RefusalMessage refusal={refusal} />
        <FormActions>
          <Button type="submit" look="primary" isPending={pending}>
            {pending ? t('welcome.creating') : t('welcome.create')}
          </Button>
        </FormActions>
      </Form>
    </>
  );
};
