import {
  unreadableRequest,
  type Method,
  type MethodInput,
  type MethodOutputs,
  type Notice,
  type ReplyFrame,
} from '../../shared/methods.ts';
import type { Bridge, BridgeReply, BridgeStatus } from './Bridge.ts';
import { createHttpFiles } from './createHttpFiles.ts';
import { createListeners } from './createListeners.ts';
import { writeFrame } from './writeFrame.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 3_000;

const connectionLost: BridgeReply = { ok: false, error: { type: 'ConnectionLost' } };
const notSent: BridgeReply = { ok: false, error: { type: 'NotSent' } };
const inputInvalid: BridgeReply = { ok: false, error: { type: 'InputInvalid' } };

type Settle = (reply: unknown) => void;

/**
 * The bridge over a WebSocket. It comes back by itself when the program does. What was under way when
 * it fell is answered with `ConnectionLost`, what was not sent yet with `NotSent`, and never sent again here: only the asker knows whether
 * asking twice is harmless.
 */
export const createSocketBridge = (address: string): Bridge => {
  const notices = createListeners<Notice>();
  const statuses = createListeners<BridgeStatus>();
  const waiting = new Map<number, Settle>();
  /** Frames of calls made before the first connection stands. */
  let unsent = new Map<number, string>();
  let status: BridgeStatus = 'connecting';
  let socket: WebSocket | null = null;
  let lastRequest = 0;
  let retryMs = FIRST_RETRY_MS;

  const become = (next: BridgeStatus): void => {
    if (status === next) return;
    status = next;
    statuses.tell(next);
  };

  const settleOne = (request: number, reply: unknown): void => {
    const settle = waiting.get(request);
    waiting.delete(request);
    settle?.(reply);
  };

  const loseWaiting = (): void => {
    const lost = [...waiting.values()];
    waiting.clear();
    for (const settle of lost) settle(connectionLost);
  };

  const receive = (text: string): void => {
    // The program is the other half of this one; its frames were typed where they were written.
    const frame = JSON.parse(text) as ReplyFrame;
    if ('notice' in frame) {
      notices.tell(frame.notice);
      return;
    }
    // Nobody can say whose frame it was, and whoever sent it would wait for ever.
    if (frame.request === unreadableRequest) loseWaiting();
    settleOne(frame.request, frame.reply);
  };

  const fall = (): void => {
    socket = null;
    become('down');
    for (const request of unsent.keys()) settleOne(request, notSent);
    unsent = new Map();
    loseWaiting();
    setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  };

  const connect = (): void => {
    const opening = new WebSocket(address);
    socket = opening;
    opening.addEventListener('open', () => {
      retryMs = FIRST_RETRY_MS;
      for (const frame of unsent.values()) opening.send(frame);
      unsent = new Map();
      become('up');
    });
    opening.addEventListener('message', (event: MessageEvent<string>) => receive(event.data));
    opening.addEventListener('close', fall);
  };

  connect();

  const call: Bridge['call'] = <Name extends Method>(method: Name, input: MethodInput<Name>) =>
    new Promise<MethodOutputs[Name] | BridgeReply>((resolve) => {
      if (status === 'down') {
        resolve(notSent);
        return;
      }
      const frame = writeFrame({ request: lastRequest + 1, method, input });
      if (frame === null) {
        resolve(inputInvalid);
        return;
      }
      lastRequest += 1;
      waiting.set(lastRequest, resolve as Settle);
      if (socket?.readyState === WebSocket.OPEN) socket.send(frame);
      else unsent.set(lastRequest, frame);
    });

  return {
    call,
    files: createHttpFiles(call),
    onNotice: notices.add,
    onStatus: statuses.add,
    status: () => status,
  };
};
