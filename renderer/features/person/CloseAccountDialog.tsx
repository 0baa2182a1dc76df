import type { Money } from '../../../shared/kernel/money.ts';
import { formatMoney } from '../../text/amountText.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormActions } from '../../ui/Form.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';

interface CloseAccountDialogProps {
  readonly balance: Money;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Says what is still open on an account before it is closed. */
export const CloseAccountDialog = ({ balance, onLeave, onClose }: CloseAccountDialogProps) => {
  const { t, language } = useText();
  const close = useFocusOnMount<HTMLButtonElement>();
  const sum = formatMoney({ ...balance, minor: Math.abs(balance.minor) }, language);
  return (
    <Dialog title={t('closing.title')} role="alertdialog" onLeave={onLeave}>
      <p>{balance.minor > 0 ? t('closing.owed', { sum }) : t('closing.paidAhead', { sum })}</p>
      <FormActions>
        <Button look="primary" buttonRef={close} onPress={onClose}>
          {t('account.close')}
        </Button>
        <Button onPress={onLeave}>{t('common.cancel')}</Button>
      </FormActions>
    </Dialog>
  );
};
