import type { SameAs } from '../../../shared/kernel/import.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { uuidV8 } from '../../../shared/kernel/uuid.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';

/**
 * The command id of a row that is known again by its own reference: the same in every run, and made under
 * a key of the person, so that a second run is answered with the first receipts.
 *
 * **Errors:** `PersonErased`.
 */
export const importedCommandId = (
  command: string,
  { person, text }: SameAs,
  keys: Pick<KeyStore, 'derive'>,
): Result<string, Refusal> => {
  const derived = keys.derive(person, 'statutory', `${command}\n${text}`);
  return derived.ok ? ok(uuidV8(derived.value)) : derived;
};
