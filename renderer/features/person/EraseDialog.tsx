import { useState } from 'react';
import type { ErasureReceipt } from '../../../shared/records/person/erase.ts';
import { erasureGroundSchema, type ErasureGround } from '../../../shared/records/person/events.ts';
import type { PersonPage } from '../../../shared/views/person-page.ts';
import { useCommand } from '../../api/useCommand.ts';
import { dropDraftsAbout } from '../../forms/drafts.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { EraseReceipt } from './EraseReceipt.tsx';
import { GoesAndRemains } from './GoesAndRemains.tsx';
import { CopyId } from './CopyId.tsx';
import { StillOpen } from './StillOpen.tsx';
import styles from './EraseDialog.module.css';

interface EraseDialogProps {
  readonly person: PersonPage;
  readonly onClose: () => void;
}

const useErasure = (person: PersonPage) => {
  const command = useCommand('person/erase');
  const [ground, setGround] = useState<ErasureGround>('request');
  const [confirm, setConfirm] = useState('');
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  const erase = async (): Promise<void> => {
    const erased = await command.run({
      personId: person.personId,
      ground,
      confirm: confirm.trim(),
    });
    if (!erased.ok) return;
    dropDraftsAbout(person.personId);
    setReceipt(erased.value.receipt);
  };
  return { command, ground, setGround, confirm, setConfirm, receipt, erase };
};

/** Shows who it is, what is still open with them, what goes and what remains, has the reference typed, erases, and gives the receipt. */
export const EraseDialog = ({ person, onClose }: EraseDialogProps) => {
  const { t } = useText();
  const { command, ground, setGround, confirm, setConfirm, receipt, erase } = useErasure(person);
  // The person as they were when the dialog opened: after the erasure the page knows nothing of them.
  const [reference] = useState(person.details?.reference);
  const [name] = useState(person.name);
  // The receipt is given once, here: nobody may leave before it has come.
  const leave = (): void => {
    if (!command.pending) onClose();
  };
  const confirmBy = name === null ? t('erase.confirmId') : t('eraseConfirm.name', { name });
  const label = reference === undefined ? confirmBy : t('erase.confirmReference', { reference });
  if (receipt !== null)
    return (
      <Dialog title={t('erase.receipt')} width="wide" onLeave={onClose}>
        <EraseReceipt receipt={receipt} onDone={onClose} />
      </Dialog>
    );
  return (
    <Dialog
      title={person.name === null ? t('erase.title') : t('erase.titleNamed', { name: person.name })}
      width="wide"
      onLeave={leave}
    >
      <StillOpen person={person} />
      <p>{t('erase.intro')}</p>
      <GoesAndRemains goes={['details', 'entryTexts']} remains={['ids', 'amounts', 'dates']} />
      <p className={styles['aside']}>{t('erase.outside')}</p>
      <Form
        isBusy={command.pending}
        label={t('erase.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!command.pending) void erase();
        }}
      >
        <Select
          label={t('erase.ground')}
          value={ground}
          onChange={setGround}
          options={erasureGroundSchema.options.map((value) => ({
            value,
            label: t(`erase.grounds.${value}`),
          }))}
        />
        <TextField label={label} value={confirm} onChange={setConfirm} autoComplete="off" />
        {reference === undefined && name === null ? <CopyId id={person.personId} /> : null}
        <RefusalMessage refusal={command.refusal} />
        <FormActions>
          <Button
            type="submit"
            look="danger"
            isDisabled={confirm.trim() === ''}
            isPending={command.pending}
          >
            {t('erase.submit')}
          </Button>
          <Button isDisabled={command.pending} onPress={leave}>
            {t('common.cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
