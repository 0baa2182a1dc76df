import { err, type Result } from '../../../shared/kernel/result.ts';
import type { PassphraseChanged } from '../../../shared/protocol/daybook-status.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { createSecret } from '../keys/Secret.ts';
import type { UnlockedKeyStore } from '../keys/unlockedKeyStore.ts';

/** Changes the passphrase of an open daybook, one change after the other. */
export interface PassphraseChange {
  /** **Errors:** `WrongPassphrase`, `PassphraseEmpty`, what is wrong with the keys, and why nothing may be written. */
  readonly run: (current: string, next: string) => Promise<Result<PassphraseChanged, Refusal>>;
  /** Waits for the changes under way: the keys must not be closed in the middle of one. */
  readonly whenIdle: () => Promise<void>;
}

export interface PassphraseChangeContext {
  readonly keys: Pick<UnlockedKeyStore, 'changePassphrase'>;
  /** Why nothing may be written now, or null. */
  readonly refusal: () => Refusal | null;
  /** Names a failure of the disk; a defect gets an incident number. */
  readonly failure: (cause: unknown) => Refusal;
}

/**
 * The new passphrase counts from one commit of `keys.db` on, before which the old one does: a process that
 * ends in between leaves exactly one of the two.
 */
export const createPassphraseChange = ({
  keys,
  refusal,
  failure,
}: PassphraseChangeContext): PassphraseChange => {
  let last: Promise<unknown> = Promise.resolve();

  const change = async (
    before: Promise<unknown>,
    current: string,
    next: string,
  ): Promise<Result<PassphraseChanged, Refusal>> => {
    await before;
    try {
      return await keys.changePassphrase(createSecret(current), createSecret(next));
    } catch (cause) {
      return err(failure(cause));
    }
  };

  return {
    run: (current, next) => {
      const refused = refusal();
      if (refused) return Promise.resolve(err(refused));
      const changing = change(last, current, next);
      last = changing;
      return changing;
    },
    whenIdle: async () => {
      await last;
    },
  };
};
