import { listenForSignals, type Signals } from './listenForSignals.ts';

export interface ProcessSignals extends Pick<Signals, 'interrupted' | 'by'> {
  /** Ends this process as the signal would have, had nobody heard it. */
  readonly endBy: (name: NodeJS.Signals) => void;
}

/** Hears the signals of this process. */
export const hearSignals = (): ProcessSignals => {
  const endBy = (name: NodeJS.Signals): void => {
    giveUp();
    process.kill(process.pid, name);
  };
  const { interrupted, by, giveUp } = listenForSignals({
    source: process,
    nowMs: () => performance.now(),
    endAtOnce: endBy,
  });
  return { interrupted, by, endBy };
};
