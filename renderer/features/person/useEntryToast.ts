import { useText } from '../../text/useText.ts';
import { hideToasts } from '../../ui/toasts.ts';
import type { AccountProps } from './accountProps.ts';
import { entryForm } from './entryValues.ts';
import { useUndoToast } from './useUndoToast.ts';

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
  const { t } = useText();
  const form = entryForm(props);
  const { show, counter } = useUndoToast(form);
  const undo = (entryId: string): Promise<string> =>
    counter(
      'credit-account/reverse-entry',
      isErased ? { accountId, entryId } : { accountId, entryId, reason: t('account.undoReason') },
      name === null ? t('account.undone') : t('account.undoneFor', { name }),
    );
  return {
    show: (text, entryId) => show(text, () => undo(entryId)),
    hide: () => hideToasts(form),
  };
};
