import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createListeners } from './createListeners.ts';

/** What a form has sent, for as long as nobody knows whether it was written. */
export interface Attempt {
  readonly id: string;
  readonly command: string;
  readonly input: object;
  /** What stands in the form is another one by now, even where it reads the same again. */
  readonly isEdited: boolean;
  /** Why its outcome is not known; null while the answer is awaited. */
  readonly unsure: Refusal | null;
}

/**
 * The open attempts, by form. Only in memory and never longer than their form, since an input may hold
 * what is personal.
 */
const attempts = new Map<string, Attempt>();

const { add, tell } = createListeners<void>();

/** Hears when an attempt has come or gone; gives back what ends the listening. */
export const onAttempts: (listener: () => void) => () => void = add;

export const readAttempt = (form: string): Attempt | undefined => attempts.get(form);

export const keepAttempt = (form: string, attempt: Attempt): void => {
  attempts.set(form, attempt);
  tell();
};

/** Says that somebody has changed what stands in a form. */
export const editAttempt = (form: string): void => {
  const attempt = attempts.get(form);
  if (attempt !== undefined) attempts.set(form, { ...attempt, isEdited: true });
};

export const dropAttempt = (form: string): void => {
  attempts.delete(form);
  tell();
};

/** The names of all forms with an open attempt. */
export const formsWithAttempts = (): readonly string[] => [...attempts.keys()];
