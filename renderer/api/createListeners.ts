/** A list of those who want to be told. */
export const createListeners = <Told>() => {
  const listeners = new Set<(told: Told) => void>();
  return {
    /** Gives back what ends the listening. */
    add: (listener: (told: Told) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (told: Told): void => {
      for (const listener of listeners) listener(told);
    },
  };
};
