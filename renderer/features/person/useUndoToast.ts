import { useApi } from '../../api/ApiContext.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { showToast } from '../../ui/toasts.ts';

/** Says that an entry is written, and offers to take it back: by a reversal, as nothing is ever unwritten. */
export const useUndoToast = (accountId: string, isErased: boolean) => {
  const { t, language } = useText();
  const api = useApi();
  return (text: string, entryId: string): void => {
    const undo = async (): Promise<void> => {
      const input = isErased
        ? { accountId, entryId }
        : { accountId, entryId, reason: t('account.undoReason') };
      const undone = await api.execute('credit-account/reverse-entry', input);
      showToast({
        text: undone.ok ? t('account.undone') : refusalSentence(undone.error, t, language),
      });
    };
    showToast({ text, action: { label: t('common.undo'), run: () => void undo() } });
  };
};
