import type { Writable } from 'node:stream';

/** Who reads our output has gone: nothing more can be said, and nobody waits for it. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** The output cannot be written, such as to a full disk. `code` is the system's own word. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Standard output for data: waits while the reader is slow, and notices when there is none any more. */
export interface Output {
  /** Resolves when there is room for more. Rejects with `ReaderGone` or `OutputFailed`. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when everything has been handed to the system. Rejects with `OutputFailed`. */
  readonly flushed: () => Promise<void>;
  /** Aborted when the reader goes while nothing is being written. */
  readonly gone: AbortSignal;
}

/** Takes over a stream. There is one for each stream, since it listens to its errors from now on. */
export const createOutput = (stream: Writable): Output => {
  const gone = new AbortController();
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone.abort(
      error.code === 'EPIPE' ? new ReaderGone() : new OutputFailed(error.code ?? error.name),
    );
  });

  return {
    gone: gone.signal,
    flushed: async () => {
      await new Promise((resolve) => stream.write('', resolve));
      // An error is told a turn after the write that met it.
      await new Promise(setImmediate);
      if (gone.signal.reason instanceof OutputFailed) throw gone.signal.reason;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        if (gone.signal.aborted) return reject(gone.signal.reason as Error);
        const leave = (): void => reject(gone.signal.reason as Error);
        gone.signal.addEventListener('abort', leave, { once: true });
        const arrive = (): void => {
          gone.signal.removeEventListener('abort', leave);
          resolve();
        };
        if (stream.write(text)) arrive();
        else stream.once('drain', arrive);
      }),
  };
};
