import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import styles from './EraseDialog.module.css';

/** An id of thirty-six characters, to be copied where nobody would want to type it. */
export const CopyId = ({ id }: { readonly id: string }) => {
  const { t } = useText();
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  const shown = useRef<HTMLSpanElement>(null);
  const copy = async (): Promise<void> => setIsCopied(await copyText(id, shown.current));
  return (
    <p className={styles['copyId']}>
      <span ref={shown}>{id}</span>
      <Button
        size="small"
        icon={isCopied === true ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onPress={() => void copy()}
      >
        {isCopied === true ? t('eraseConfirm.copied') : t('eraseConfirm.copyId')}
      </Button>
      <span role="status">{isCopied === false ? t('eraseConfirm.notCopied') : null}</span>
    </p>
  );
};
