import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { FormTextField } from '../../forms/FormTextField.tsx';
import { useText } from '../../text/useText.ts';
import styles from './NewPassphraseFields.module.css';
import { StrengthHint } from './StrengthHint.tsx';

interface NewPassphraseFieldsProps<Values extends FieldValues, Input> {
  readonly control: Control<Values, unknown, Input>;
  readonly name: FieldPath<Values>;
  readonly againName: FieldPath<Values>;
  readonly label: string;
  /** What is typed, to be judged while it is. */
  readonly passphrase: string;
}

/** A new passphrase, typed twice, how strong it is, and that nobody can replace it. */
export const NewPassphraseFields = <Values extends FieldValues, Input>({
  control,
  name,
  againName,
  label,
  passphrase,
}: NewPassphraseFieldsProps<Values, Input>) => {
  const { t } = useText();
  const secret = { control, type: 'password', autoComplete: 'new-password', isRequired: true };
  return (
    <>
      <FormTextField {...secret} name={name} label={label} />
      <StrengthHint passphrase={passphrase} />
      <FormTextField {...secret} name={againName} label={t('welcome.passphraseAgain')} />
      <p className={styles['warning']}>{t('welcome.warning')}</p>
    </>
  );
};
