import type {
  Method,
  MethodInput,
  MethodOutputs,
  Notice,
  ReplyFrame,
} from '../../shared/protocol.ts';
import type { Bridge, BridgeStatus, ConnectionLostReply } from './Bridge.ts';
import { createListeners } from './listeners.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 3_000;

const connectionLost: ConnectionLostReply = { ok: false, error: { type: 'ConnectionLost' } };

type Settle = (reply: unknown) => void;

/**
 * The bridge over a WebSocket. It comes back by itself when the program does. What was under way when
 * it fell is answered with `ConnectionLost` and never sent again here: only the asker knows whether
 * asking twice is harmless.
 */
export const createSocketBridge = (address: string): Bridge => {
  const notices = createListeners<Notice>();
  const statuses = createListeners<BridgeStatus>();
  const waiting = new Map<number, Settle>();
  /** Frames of calls made before the first connection stands. */
  let unsent: string[] = [];
  let status: BridgeStatus = 'connecting';
  let socket: WebSocket | null = null;
  let lastRequest = 0;
  let retryMs = FIRST_RETRY_MS;

  const become = (next: BridgeStatus): void => {
    if (status === next) return;
    status = next;
    statuses.tell(next);
  };

  const receive = (text: string): void => {
    // The program is the other half of this one; its frames were typed where they were written.
    const frame = JSON.parse(text) as ReplyFrame;
    if ('notice' in frame) {
      notices.tell(frame.notice);
      return;
    }
    const settle = waiting.get(frame.request);
    waiting.delete(frame.request);
    settle?.(frame.reply);
  };

  const fall = (): void => {
    socket = null;
    unsent = [];
    const lost = [...waiting.values()];
    waiting.clear();
    become('down');
    for (const settle of lost) settle(connectionLost);
    setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  };

  const connect = (): void => {
    const opening = new WebSocket(address);
    socket = opening;
    opening.addEventListener('open', () => {
      retryMs = FIRST_RETRY_MS;
      for (const frame of unsent) opening.send(frame);
      unsent = [];
      become('up');
    });
    opening.addEventListener('message', (event: MessageEvent<string>) => receive(event.data));
    opening.addEventListener('close', fall);
  };

  connect();

  return {
    call: <Name extends Method>(method: Name, input: MethodInput<Name>) =>
      new Promise<MethodOutputs[Name] | ConnectionLostReply>((resolve) => {
        if (status === 'down') {
          resolve(connectionLost);
          return;
        }
        lastRequest += 1;
        const frame = JSON.stringify({ request: lastRequest, method, input });
        waiting.set(lastRequest, resolve as Settle);
        if (socket?.readyState === WebSocket.OPEN) socket.send(frame);
        else unsent.push(frame);
      }),
    onNotice: notices.add,
    onStatus: statuses.add,
    status: () => status,
  };
};
