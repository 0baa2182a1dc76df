/** Commands whose outcome nobody knows, by what they were: trying one again must be the same command. */
export interface Attempts {
  /** The id of the attempt that was lost on the way, else a new one. */
  readonly idFor: (command: string, input: object) => Promise<string>;
  /** Says how an attempt ended: one that is settled is not the same any more when it is asked for again. */
  readonly ended: (command: string, input: object, isSettled: boolean) => Promise<void>;
}

/** Only hashes are kept, since inputs hold what is personal and an erasure would not find it here. */
const hashOf = async (command: string, input: object): Promise<string> => {
  const bytes = new TextEncoder().encode(`${command} ${JSON.stringify(input)}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Remembers lost attempts for as long as the window lives, whatever is on its screen. */
export const createAttempts = (newId: () => string): Attempts => {
  const lost = new Map<string, string>();
  return {
    idFor: async (command, input) => {
      const hash = await hashOf(command, input);
      const id = lost.get(hash) ?? newId();
      lost.set(hash, id);
      return id;
    },
    ended: async (command, input, isSettled) => {
      if (isSettled) lost.delete(await hashOf(command, input));
    },
  };
};
