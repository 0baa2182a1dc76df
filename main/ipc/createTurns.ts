export type Turns = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Runs one piece of work after the other, whatever becomes of each. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
