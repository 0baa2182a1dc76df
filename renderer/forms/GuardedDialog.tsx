import { useState, type ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';

interface GuardedDialogProps {
  readonly title: string;
  /** True when leaving would lose something: then leaving asks first. */
  readonly isDirty: boolean;
  readonly onLeave: () => void;
  readonly width?: 'narrow' | 'wide';
  readonly children: (leave: () => void) => ReactNode;
}

/** A dialog with a form in it, which asks before something typed is lost. */
export const GuardedDialog = ({
  title,
  isDirty,
  onLeave,
  width = 'narrow',
  children,
}: GuardedDialogProps) => {
  const [asking, setAsking] = useState(false);
  const leave = (): void => {
    if (isDirty) setAsking(true);
    else onLeave();
  };
  return (
    <Dialog title={title} onLeave={leave} width={width}>
      {children(leave)}
      {asking ? <LeaveDialog onStay={() => setAsking(false)} onLeave={onLeave} /> : null}
    </Dialog>
  );
};
