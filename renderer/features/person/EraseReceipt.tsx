import type { ErasureReceipt } from '../../../shared/records/person/erase.ts';
import { useText } from '../../text/useText.ts';
import { formatMoment } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { FormActions } from '../../ui/Form.tsx';
import { GoesAndRemains } from './GoesAndRemains.tsx';
import styles from './EraseDialog.module.css';

interface EraseReceiptProps {
  readonly receipt: ErasureReceipt;
  readonly onDone: () => void;
}

/** What an erasure did, for this machine only; it never says more than it knows. */
export const EraseReceipt = ({ receipt, onDone }: EraseReceiptProps) => {
  const { t, language } = useText();
  const done = useFocusOnMount<HTMLButtonElement>();
  return (
    <>
      <p>{t('erase.receiptText', { when: formatMoment(receipt.erasedAt, language) })}</p>
      <dl className={styles['receipt']}>
        <dt>{t('erase.ground')}</dt>
        <dd>{t(`erase.grounds.${receipt.ground}`)}</dd>
        <dt>{t('details.id')}</dt>
        <dd>{receipt.personId}</dd>
        <dt>{t('erase.receiptId')}</dt>
        <dd>{receipt.eventId}</dd>
      </dl>
      <GoesAndRemains goes={receipt.destroyed} remains={receipt.remains} />
      <p className={styles['aside']}>{t('erase.outside')}</p>
      <p className={styles['aside']}>{t('erase.device')}</p>
      <FormActions>
        <Button look="primary" buttonRef={done} onPress={onDone}>
          {t('erase.done')}
        </Button>
      </FormActions>
    </>
  );
};
