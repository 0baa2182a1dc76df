import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { maxFrameBytes, type Notice, type ReplyFrame } from '../../shared/methods.ts';
import type { ContractServer } from '../ipc/createContractServer.ts';
import type { GuardRefusal, RequestGuard } from './createRequestGuard.ts';
import type { Sessions } from './Sessions.ts';
import type { SessionWindows } from './SessionWindows.ts';

/** **Units:** bytes, and counts of what the name says. */
export interface SocketLimits {
  readonly maxFrameBytes: number;
  readonly maxSockets: number;
  /** Requests of one window that wait for their reply; at the limit no more are read. */
  readonly maxWaiting: number;
  /** Bytes that a window has not taken yet; above it no more requests are read, and progress is not told. */
  readonly slowBytes: number;
  /** Bytes that a window has not taken yet; above it the window is let go, and may come back. */
  readonly lostBytes: number;
  readonly heartbeatMs: number;
}

export const defaultSocketLimits: SocketLimits = {
  maxFrameBytes,
  maxSockets: 32,
  maxWaiting: 64,
  slowBytes: 1_048_576,
  lostBytes: 33_554_432,
  heartbeatMs: 30_000,
};

export interface SocketServerDependencies {
  readonly server: Server;
  readonly guard: RequestGuard;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly windows: SessionWindows;
  readonly contractFor: (session: string) => ContractServer;
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  readonly limits?: SocketLimits;
}

/** Takes the WebSockets of windows, and gives every frame to the contract server. */
export interface SocketServer {
  /** Says goodbye to every window and takes no more. */
  readonly close: () => Promise<void>;
}

const statusLines: Readonly<Record<GuardRefusal | 'full', string>> = {
  foreignHost: '421 Misdirected Request',
  foreignOrigin: '403 Forbidden',
  method: '405 Method Not Allowed',
  path: '404 Not Found',
  session: '401 Unauthorized',
  full: '503 Service Unavailable',
};

const refuse = (socket: Duplex, why: GuardRefusal | 'full'): void => {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${statusLines[why]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Close codes of RFC 6455 that a window sees. */
const closeCodes = { goingAway: 1001, unsupportedData: 1003 };

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data)
    ? Buffer.concat(data)
    : data instanceof ArrayBuffer
      ? Buffer.from(data)
      : data;

/** Reads the frames of one window no faster than it takes the replies. */
const serveWindow = (
  window: WebSocket,
  contract: ContractServer,
  limits: SocketLimits,
): ((notice: Notice) => void) => {
  let waiting = 0;

  const regulate = (): void => {
    const isBusy = waiting >= limits.maxWaiting || window.bufferedAmount > limits.slowBytes;
    if (isBusy && !window.isPaused) window.pause();
    if (!isBusy && window.isPaused) window.resume();
  };

  const send = (text: string): void => {
    if (window.readyState !== window.OPEN) return;
    window.send(text, regulate);
    if (window.bufferedAmount > limits.lostBytes) window.terminate();
  };

  const reply = async (data: RawData): Promise<void> => {
    waiting += 1;
    regulate();
    const text = await contract.answerJson(bytesOf(data));
    waiting -= 1;
    send(text);
    regulate();
  };

  window.on('message', (data, isBinary) => {
    if (isBinary) window.close(closeCodes.unsupportedData);
    else void reply(data);
  });

  return (notice) => {
    const isDispensable = notice.type === 'progress' || notice.type === 'privateIndex';
    if (isDispensable && window.bufferedAmount > limits.slowBytes) return;
    const frame: ReplyFrame = { notice };
    send(JSON.stringify(frame));
  };
};

/** Lets windows go that have not answered since the last beat: a sleeping laptop, a cut connection. */
const startHeartbeat = (sockets: WebSocketServer, heartbeatMs: number): NodeJS.Timeout => {
  const alive = new WeakSet<WebSocket>();
  sockets.on('connection', (window) => {
    alive.add(window);
    window.on('pong', () => alive.add(window));
  });
  const beat = setInterval(() => {
    for (const window of sockets.clients) {
      // Its answer would not be read while its own requests are still worked on.
      if (window.isPaused && window.bufferedAmount === 0) continue;
      if (!alive.delete(window)) window.terminate();
      else window.ping();
    }
  }, heartbeatMs);
  return beat.unref();
};

const goodbyeMs = 500;

/** Serves windows over WebSockets on a server whose pages somebody else answers. */
export const createSocketServer = ({
  server,
  guard,
  sessions,
  windows,
  contractFor,
  onNotice,
  limits = defaultSocketLimits,
}: SocketServerDependencies): SocketServer => {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: limits.maxFrameBytes,
    // A small frame must not become a large one.
    perMessageDeflate: false,
  });
  const heartbeat = startHeartbeat(sockets, limits.heartbeatMs);

  sockets.on('connection', (window, request) => {
    // The guard has let it in by the same cookie.
    const session = sessions.find(request.headers.cookie);
    if (session === null) throw new Error('a window without a session was let in');
    const go = windows.come(session);
    const stop = onNotice(serveWindow(window, contractFor(session), limits));
    window.on('close', () => {
      stop();
      go();
    });
    // A frame against the rules ends its own connection and nothing else.
    window.on('error', () => window.terminate());
  });

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refused = guard.refuseSocket(request);
    if (refused !== null) refuse(socket, refused);
    else if (sockets.clients.size >= limits.maxSockets) refuse(socket, 'full');
    else {
      sockets.handleUpgrade(request, socket, head, (window) =>
        sockets.emit('connection', window, request),
      );
    }
  });

  return {
    close: async () => {
      clearInterval(heartbeat);
      const windows = [...sockets.clients];
      const gone = windows.map((window) => new Promise((resolve) => window.once('close', resolve)));
      for (const window of windows) window.close(closeCodes.goingAway);
      const late = setTimeout(() => {
        for (const window of windows) window.terminate();
      }, goodbyeMs);
      sockets.close();
      await Promise.all(gone);
      clearTimeout(late);
    },
  };
};
