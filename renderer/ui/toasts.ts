import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

/** A short message that goes by itself, with at most one thing to do about it. */
export interface ToastContent {
  readonly text: string;
  /** The form whose entry it speaks of: what becomes of the next one there puts an end to it. */
  readonly form?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read and to reach for undo. Hovering or focusing holds it. */
const SHOWN_MS = 10_000;

/** The window's only queue of toasts. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 1 });

let isQuiet = false;

/**
 * Takes away what is said, and keeps from being said what comes later: an answer may come when its daybook
 * was locked, and name somebody of it.
 */
export const keepQuiet = (): void => {
  isQuiet = true;
  toasts.clear();
};

/** A daybook is open, which messages are about. */
export const speakAgain = (): void => {
  isQuiet = false;
};

/** Shows a message for a while, in the place of the one before. */
export const showToast = (content: ToastContent): void => {
  if (isQuiet) return;
  toasts.clear();
  toasts.add(content, { timeout: SHOWN_MS });
};

/** The names of all forms that a message speaks of. */
export const formsWithToasts = (): readonly string[] =>
  toasts.visibleToasts.flatMap(({ content: { form } }) => (form === undefined ? [] : [form]));

/** Takes away what is said of a form. */
export const hideToasts = (form: string): void => {
  for (const { key, content } of toasts.visibleToasts) if (content.form === form) toasts.close(key);
};
