import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

/** A short message that goes by itself, with at most one thing to do about it. */
export interface ToastContent {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read and to reach for undo. Hovering or focusing holds it. */
const SHOWN_MS = 10_000;

/** The window's only queue of toasts. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 1 });

/** Shows a message for a while, in the place of the one before. */
export const showToast = (content: ToastContent): void => {
  toasts.clear();
  toasts.add(content, { timeout: SHOWN_MS });
};
