import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { createContractServer } from '../ipc/createContractServer.ts';
import type { DaybookService } from '../ipc/createDaybookService.ts';
import type { HostLog } from '../ipc/HostLog.ts';
import { createPageHandler } from './createPageHandler.ts';
import { createRequestGuard } from './createRequestGuard.ts';
import { createSocketServer, type SocketLimits } from './createSocketServer.ts';
import { listenOnFirstFree, type PortRefused } from './listenOnFirstFree.ts';
import type { RendererFiles } from '../ipc/RendererFiles.ts';
import { createSessions } from './Sessions.ts';

/** Daybook in the browser of this machine. */
export interface WebHost {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** A link that one browser may use once. Ends an earlier one that was never used. */
  readonly newLink: () => string;
  /** Ends the work in hand, answers it, closes the daybook, and lets every window go. */
  readonly close: () => Promise<void>;
}

export interface WebHostDependencies {
  readonly service: DaybookService;
  readonly files: RendererFiles;
  readonly log: HostLog;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Tried in turn; 0 is any free one. */
  readonly ports: readonly [number, ...number[]];
  readonly limits?: SocketLimits;
  /** How long a request may take to arrive whole. **Units:** milliseconds. */
  readonly requestMs?: number;
}

/** The only address that is listened on: nothing outside this machine can reach it. */
const loopback = '127.0.0.1';

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const createLoopbackServer = (requestMs: number): Server => {
  const server = createServer({
    maxHeaderSize: 16_384,
    headersTimeout: requestMs,
    requestTimeout: requestMs,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: requestMs / 5,
  });
  server.maxConnections = 128;
  return server;
};

/** Starts the browser host. **Errors:** what is wrong with the last of the ports. */
export const createWebHost = async (
  dependencies: WebHostDependencies,
): Promise<Result<WebHost, PortRefused>> => {
  const {
    service,
    files,
    log,
    newId,
    randomBytes,
    ports,
    limits,
    requestMs = 10_000,
  } = dependencies;
  const server = createLoopbackServer(requestMs);
  const listening = await listenOnFirstFree(ports, (port) => listen(server, port));
  if (!listening.ok) return listening;
  const { port } = server.address() as AddressInfo;
  const origin = `http://${loopback}:${port}`;
  const cookieName = `daybook-${port}`;
  const sessions = createSessions(cookieName, randomBytes);
  const guard = createRequestGuard(origin, sessions);
  server.on('request', createPageHandler({ guard, sessions, cookieName, files }));
  const sockets = createSocketServer({
    server,
    guard,
    contract: createContractServer({ service: service.contract, log, newId }),
    onNotice: service.onNotice,
    ...(limits === undefined ? {} : { limits }),
  });
  return ok({
    origin,
    newLink: () => `${origin}/?token=${sessions.newToken()}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      await service.close();
      await sockets.close();
      server.closeAllConnections();
      await closed;
    },
  });
};
