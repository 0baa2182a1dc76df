import { err, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { dropAttempt, keepAttempt, readAttempt, type Attempt } from './attempts.ts';
import { outcomeOf } from './outcomes.ts';

/** What was sent before an edit has been written; what stands in the form has not. */
export interface EarlierWritten extends Refusal {
  readonly type: 'EarlierWritten';
}

type Send = (id: string, command: string, input: object) => Promise<Result<object, Refusal>>;

/** Runs a form's command as one attempt. */
export type AttemptRunner = (
  form: string,
  command: string,
  input: object,
) => Promise<Result<object, Refusal>>;

/**
 * Makes trying twice harmless. While nobody knows what became of what a form has sent, trying again
 * sends that very command under its own id, and gets its receipt. Only when nothing was written by it
 * does what was edited since take its place.
 */
export const createAttemptRunner = (send: Send, newId: () => string): AttemptRunner => {
  const tryOnce = async (form: string, attempt: Attempt): Promise<Result<object, Refusal>> => {
    // Kept before the answer: an edit or a visit elsewhere must find it.
    keepAttempt(form, attempt);
    const reply = await send(attempt.id, attempt.command, attempt.input);
    const now = readAttempt(form);
    // Given up meanwhile, with its form.
    if (now?.id !== attempt.id) return reply;
    const outcome = reply.ok ? 'written' : outcomeOf(reply.error.type);
    const isOpen = outcome === 'unsure' || (outcome === 'notWrittenNow' && now.unsure !== null);
    if (!isOpen) dropAttempt(form);
    else if (!reply.ok && outcome === 'unsure') keepAttempt(form, { ...now, unsure: reply.error });
    return reply;
  };

  return async (form, command, input) => {
    const earlier = readAttempt(form);
    if (earlier !== undefined) {
      const isSame = earlier.command === command && !earlier.isEdited;
      const settled = await tryOnce(form, earlier);
      if (isSame) return settled;
      if (settled.ok) return err<EarlierWritten>({ type: 'EarlierWritten' });
      if (readAttempt(form) !== undefined) return settled;
    }
    return tryOnce(form, { id: newId(), command, input, isEdited: false, unsure: null });
  };
};
