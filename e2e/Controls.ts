import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Controls as Words } from './electron-stand-in/controls.ts';

type Word = keyof Words;

/** At the controls of the stand-in: what the system and the user do to a program from outside of its windows. */
export interface Controls {
  readonly say: <Name extends Word>(
    word: Name,
    ...input: Parameters<Words[Name]>
  ) => Promise<Awaited<ReturnType<Words[Name]>>>;
  readonly end: () => void;
}

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

export const takeControls = (socketFile: string): Controls => {
  const socket = connect(socketFile);
  const calls = new Map<number, Call>();
  let lastId = 0;
  const endAll = (): void => {
    for (const { reject } of calls.values()) reject(new Error('the stand-in has ended'));
    calls.clear();
  };
  socket.on('error', endAll).on('close', endAll);
  createInterface({ input: socket }).on('line', (line) => {
    const { id, value, thrown } = JSON.parse(line) as {
      readonly id: number;
      readonly value?: unknown;
      readonly thrown?: string;
    };
    const call = calls.get(id);
    calls.delete(id);
    if (thrown === undefined) call?.resolve(value);
    else call?.reject(new Error(thrown));
  });
  return {
    say: (word, ...[input]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        calls.set(lastId, { resolve: resolve as Call['resolve'], reject });
        socket.write(`${JSON.stringify({ id: lastId, word, input: input ?? null })}\n`);
      }),
    end: () => socket.destroy(),
  };
};
