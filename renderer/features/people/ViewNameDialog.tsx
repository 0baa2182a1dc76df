import { useState, type FormEvent } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface ViewNameDialogProps {
  readonly name: string;
  /** Whether another view has a name. */
  readonly isTaken: (name: string) => boolean;
  readonly onSave: (name: string) => void;
  readonly onLeave: () => void;
}

const MAX_NAME = 60;

/** Names a view of the list. Before another one makes way for it, it asks. */
export const ViewNameDialog = ({ name: before, isTaken, onSave, onLeave }: ViewNameDialogProps) => {
  const { t } = useText();
  const [typed, setTyped] = useState(before);
  /** The taken name that was asked about: whoever saves after that means it. */
  const [asked, setAsked] = useState<string | null>(null);
  const name = typed.trim();
  const isAsked = asked === name;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === '') return;
    if (isTaken(name) && !isAsked) setAsked(name);
    else onSave(name);
  };
  return (
    <Dialog title={t('lists.saveTitle')} onLeave={onLeave}>
      <Form isBusy={false} label={t('lists.saveTitle')} onSubmit={submit}>
        <TextField
          label={t('lists.viewName')}
          description={t('lists.viewNameHint')}
          value={typed}
          onChange={setTyped}
          maxLength={MAX_NAME}
          autoFocus
        />
        {isAsked ? <Message>{t('lists.taken', { name })}</Message> : null}
        <FormActions>
          <Button type="submit" look="primary" isDisabled={name === ''}>
            {isAsked ? t('lists.replace') : t('lists.save')}
          </Button>
          <Button onPress={onLeave}>{t('common.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
