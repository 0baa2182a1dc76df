import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './EraseDialog.module.css';

/** An id of thirty-six characters, to be copied where nobody would want to type it. */
export const CopyId = ({ id }: { readonly id: string }) => {
  const { t } = useText();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <p className={styles['copyId']}>
      <span>{id}</span>
      <Button
        size="small"
        icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onPress={() => void navigator.clipboard.writeText(id).then(() => setIsCopied(true))}
      >
        {isCopied ? t('eraseConfirm.copied') : t('eraseConfirm.copyId')}
      </Button>
    </p>
  );
};
