/** Where signals come from, such as the process. */
interface SignalSource {
  readonly on: (name: NodeJS.Signals, hear: (name: NodeJS.Signals) => void) => unknown;
  readonly off: (name: NodeJS.Signals, hear: (name: NodeJS.Signals) => void) => unknown;
}

export interface SignalsContext {
  readonly source: SignalSource;
  readonly nowMs: () => number;
  /** Called by a signal of a person who does not want to wait. */
  readonly endAtOnce: (name: NodeJS.Signals) => void;
}

export interface Signals {
  /** Aborted by the first signal that asks the program to end. */
  readonly interrupted: AbortSignal;
  /** The first one. */
  readonly by: () => NodeJS.Signals | null;
  /** Leaves signals to the system again. */
  readonly giveUp: () => void;
}

/** **Units:** milliseconds in which a signal is the same wish as the first. */
const SAME_WISH_MS = 1000;

const names: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Hears the signals that ask the program to end. A later one ends it at once, but not one that comes right
 * behind the first: Ctrl C under npm arrives twice, from the terminal and from npm.
 */
export const listenForSignals = ({ source, nowMs, endAtOnce }: SignalsContext): Signals => {
  const controller = new AbortController();
  let first: { readonly name: NodeJS.Signals; readonly atMs: number } | null = null;
  const hear = (name: NodeJS.Signals): void => {
    if (first && nowMs() - first.atMs > SAME_WISH_MS) endAtOnce(name);
    first ??= { name, atMs: nowMs() };
    controller.abort();
  };
  for (const name of names) source.on(name, hear);
  return {
    interrupted: controller.signal,
    by: () => first?.name ?? null,
    giveUp: () => {
      for (const name of names) source.off(name, hear);
    },
  };
};
