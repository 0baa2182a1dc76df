import { useEffect, useRef, useState } from 'react';
import type { KnownDaybook } from '../../../shared/protocol/host-state.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useHostCall } from '../../api/useHost.ts';
import { noteFocus } from '../../forms/noteFocus.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './WelcomePage.module.css';

/** Opens a known daybook with its passphrase. */
export const OpenDaybookForm = ({ daybook }: { readonly daybook: KnownDaybook }) => {
  const { t } = useText();
  const callHost = useHostCall();
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    // A dialog that a lock has taken away made all around it inert until a moment ago.
    if (document.activeElement === document.body) field.current?.focus();
  }, []);

  const open = async (): Promise<void> => {
    setPending(true);
    const focus = noteFocus();
    const refused = await callHost('daybook/open', { folder: daybook.folder, passphrase });
    setRefusal(refused);
    setPending(false);
    if (refused?.type !== 'WrongPassphrase' || !focus.isStill()) return;
    // Whoever cannot see what they have typed writes it anew.
    field.current?.focus();
    field.current?.select();
  };

  return (
    <>
      <header>
        <h2 className={styles['heading']}>{daybook.name}</h2>
        <p className={styles['folder']}>{daybook.folder}</p>
      </header>
      <Form
        isBusy={pending}
        label={t('welcome.openTitle', { name: daybook.name })}
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '' && !pending) void open();
        }}
      >
        <TextField
          label={t('welcome.passphrase')}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            setRefusal(null);
          }}
          inputRef={field}
          autoFocus
          isRequired
        />
        <RefusalMessage refusal={refusal} />
        <FormActions>
          <Button type="submit" look="primary" isPending={pending} isDisabled={passphrase === ''}>
            {pending ? t('welcome.opening') : t('welcome.open')}
          </Button>
        </FormActions>
      </Form>
    </>
  );
};
