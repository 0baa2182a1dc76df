import type { RunningJob } from '../../shared/protocol/jobs.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormActions } from '../ui/Form.tsx';
import { useFocusOnMount } from '../ui/useFocusOnMount.ts';
import type { PuttingAway } from '../window/putAway.ts';

interface StopDialogProps {
  readonly how: PuttingAway;
  /** What would be stopped; what has ended meanwhile is no longer in it. */
  readonly kinds: readonly RunningJob['kind'][];
  readonly onLeave: () => void;
  readonly onGo: () => void;
}

/** Says which long work would be stopped by putting the daybook away. */
export const StopDialog = ({ how, kinds, onLeave, onGo }: StopDialogProps) => {
  const { t } = useText();
  const go = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog title={t(`stopping.title.${how}`)} role="alertdialog" onLeave={onLeave}>
      {kinds.map((kind) => (
        <p key={kind}>{t(`stopping.kinds.${kind}`)}</p>
      ))}
      <FormActions>
        <Button look="primary" buttonRef={go} onPress={onGo}>
          {t(`stopping.go.${how}`)}
        </Button>
        <Button onPress={onLeave}>{t('stopping.stay')}</Button>
      </FormActions>
    </Dialog>
  );
};
