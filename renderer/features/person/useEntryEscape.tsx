import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { LeaveDialog } from '../../forms/LeaveDialog.tsx';
import type { RecordForm } from '../../forms/useRecordForm.ts';
import type { EntryValues } from './entryValues.ts';

interface EntryEscape {
  readonly onEscape: () => void;
  /** The question whether what was typed may be lost, while it is asked. Stands beside the form. */
  readonly question: ReactNode;
}

/**
 * Lets Escape leave an entry, so that the shortcuts of single keys work again. Before something typed is
 * lost it asks. `forget` drops what was refused.
 */
export const useEntryEscape = <Input extends object>(
  { isDirty, clear, form }: RecordForm<EntryValues, Input>,
  forget: () => void,
): EntryEscape => {
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState<HTMLElement | null>(null);
  const onEscape = (): void => {
    const field = document.activeElement;
    if (!(field instanceof HTMLElement)) return;
    // Before the question, which else would lead back into the field when it is gone.
    field.blur();
    if (isDirty) {
      setLeft(field);
      setAsking(true);
      return;
    }
    forget();
    form.clearErrors();
  };
  const stay = (): void => {
    flushSync(() => setAsking(false));
    left?.focus();
  };
  const leave = (): void => {
    setAsking(false);
    forget();
    clear();
  };
  return {
    onEscape,
    question: asking ? <LeaveDialog onStay={stay} onLeave={leave} /> : null,
  };
};
