import { useApi } from '../../api/ApiContext.ts';
import type { CommandInput, CommandName } from '../../../shared/contract.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { showToast } from '../../ui/toasts.ts';

/** Says that something was done, and offers to take it back. `undo` gives what is to be said of that. */
type ShowUndoable = (text: string, undo: () => Promise<string>) => void;

/** What takes something back: a command that does the opposite, as nothing is ever unwritten. */
type Counter = <Name extends CommandName>(
  command: Name,
  input: CommandInput<Name>,
  done: string,
) => Promise<string>;

/**
 * Messages about one form with a button that takes back what they speak of. The form is named after the
 * person, so that an erasure takes the message away.
 */
export const useUndoToast = (form: string): { show: ShowUndoable; counter: Counter } => {
  const { t, language } = useText();
  const api = useApi();
  return {
    show: (text, undo) =>
      showToast({
        text,
        form,
        action: {
          label: t('common.undo'),
          run: () => void undo().then((said) => showToast({ text: said, form })),
        },
      }),
    counter: async (command, input, done) => {
      const undone = await api.execute(command, input);
      return undone.ok ? done : refusalSentence(undone.error, t, language);
    },
  };
};
