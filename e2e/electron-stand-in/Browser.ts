import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments, findChromium, hasSandbox } from '../chromium.ts';

/** A real Chromium at the other end of a pipe that speaks the DevTools protocol. */
export interface Browser {
  readonly send: <Reply = Record<string, unknown>>(
    method: string,
    params?: object,
    session?: string,
  ) => Promise<Reply>;
  /** Emits protocol events by their names, with their parameters and their session. */
  readonly events: EventEmitter;
  readonly close: () => Promise<void>;
}

interface Frame {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Call {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/** `switches` are the ones that the stand-in was started with and that Chromium knows itself. */
export const startBrowser = async (
  profile: string,
  switches: readonly string[],
): Promise<Browser> => {
  const found = await findChromium();
  const child = spawn(
    found.executable,
    [
      '--headless',
      '--hide-scrollbars',
      '--no-startup-window',
      ...chromiumArguments,
      ...(hasSandbox(found.from) ? [] : ['--no-sandbox']),
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      ...switches,
    ],
    // Its own lines go where Electron's would, among them the one that says where to connect.
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'], env: { ...found.environment } },
  );
  const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const calls = new Map<number, Call>();
  const events = new EventEmitter();
  let lastId = 0;
  let rest = '';

  const receive = (text: string): void => {
    const { id, method, params, result, error, sessionId } = JSON.parse(text) as Frame;
    if (id === undefined) {
      events.emit(method ?? '', params, sessionId);
      return;
    }
    const call = calls.get(id);
    calls.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error.message));
  };
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const frames = (rest + chunk).split('\0');
    rest = frames.pop() ?? '';
    for (const frame of frames) receive(frame);
  });
  to.on('error', () => {});
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of calls.values()) reject(new Error('Chromium has ended'));
      calls.clear();
      resolve();
    });
  });
  process.once('exit', () => child.kill('SIGKILL'));

  const send = <Reply>(method: string, params: object = {}, session?: string): Promise<Reply> =>
    new Promise<Reply>((resolve, reject) => {
      lastId += 1;
      calls.set(lastId, { resolve: resolve as Call['resolve'], reject });
      const frame = { id: lastId, method, params, ...(session ? { sessionId: session } : {}) };
      to.write(`${JSON.stringify(frame)}\0`);
    });

  await send('Browser.getVersion');
  return {
    send,
    events,
    close: async () => {
      await send('Browser.close').catch(() => child.kill('SIGKILL'));
      await gone;
    },
  };
};
