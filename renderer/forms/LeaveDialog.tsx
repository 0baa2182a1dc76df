import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useFocusOnMount } from '../ui/useFocusOnMount.ts';
import { FormActions } from '../ui/Form.tsx';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before something typed is lost. */
export const LeaveDialog = ({ onStay, onLeave }: LeaveDialogProps) => {
  const { t } = useText();
  const stay = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog title={t('leave.title')} role="alertdialog" onLeave={onStay}>
      <p>{t('leave.text')}</p>
      <FormActions>
        <Button look="primary" buttonRef={stay} onPress={onStay}>
          {t('leave.stay')}
        </Button>
        <Button look="danger" onPress={onLeave}>
          {t('leave.go')}
        </Button>
      </FormActions>
    </Dialog>
  );
};
