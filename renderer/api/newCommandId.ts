import { createUuidSource } from '../../shared/kernel/uuid.ts';

/** A new id for a command that has not been tried yet. */
export const newCommandId = createUuidSource({
  nowMs: () => Date.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
});
