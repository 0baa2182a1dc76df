import { useApi } from '../../api/ApiContext.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { hideToasts, showToast } from '../../ui/toasts.ts';
import type { AccountProps } from './accountProps.ts';
import { entryForm } from './entryValues.ts';

interface EntryToast {
  /** Says that an entry is written, and offers to take it back: by a reversal, as nothing is ever unwritten. */
  readonly show: (text: string, entryId: string) => void;
  /** Takes it away, as what it says would stand beside the refusal of another entry. */
  readonly hide: () => void;
}

/** What is said of an entry, for as long as nothing else is said of another one. */
export const useEntryToast = (props: AccountProps): EntryToast => {
  const { account, isErased, name } = props;
  const { accountId } = account;
  const { t, language } = useText();
  const api = useApi();
  const form = entryForm(props);
  const undo = async (entryId: string): Promise<void> => {
    const input = isErased
      ? { accountId, entryId }
      : { accountId, entryId, reason: t('account.undoReason') };
    const undone = await api.execute('credit-account/reverse-entry', input);
    const text = name === null ? t('account.undone') : t('account.undoneFor', { name });
    showToast({ text: undone.ok ? text : refusalSentence(undone.error, t, language), form });
  };
  return {
    show: (text, entryId) =>
      showToast({
        text,
        form,
        action: { label: t('common.undo'), run: () => void undo(entryId) },
      }),
    hide: () => hideToasts(form),
  };
};
