import type { RunningJob } from '../../shared/protocol.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormActions } from '../ui/Form.tsx';
import { useFocusOnMount } from '../ui/useFocusOnMount.ts';

interface LockDialogProps {
  /** What would be stopped; what has ended meanwhile is no longer in it. */
  readonly kinds: readonly RunningJob['kind'][];
  readonly onLeave: () => void;
  readonly onLock: () => void;
}

/** Says which long work locking would stop. */
export const LockDialog = ({ kinds, onLeave, onLock }: LockDialogProps) => {
  const { t } = useText();
  const lock = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog title={t('locking.title')} role="alertdialog" onLeave={onLeave}>
      {kinds.map((kind) => (
        <p key={kind}>{t(`locking.${kind}`)}</p>
      ))}
      <FormActions>
        <Button look="primary" buttonRef={lock} onPress={onLock}>
          {t('locking.go')}
        </Button>
        <Button onPress={onLeave}>{t('locking.stay')}</Button>
      </FormActions>
    </Dialog>
  );
};
