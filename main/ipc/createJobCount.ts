/** Counts the long work that is under way. */
export interface JobCount {
  readonly count: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly isAny: () => boolean;
}

export const createJobCount = (): JobCount => {
  let running = 0;
  return {
    count: async (work) => {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
      }
    },
    isAny: () => running > 0,
  };
};
