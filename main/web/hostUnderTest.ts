import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { WebSocket } from 'ws';
import { socketPath } from '../../shared/methods.ts';
import { createDaybookService, type DaybookService } from '../ipc/createDaybookService.ts';
import { createEngineStarter } from '../ipc/createEngineStarter.ts';
import { createHandedFiles } from '../ipc/HandedFiles.ts';
import { createHomePlace } from '../ipc/DaybookPlace.ts';
import { readHostFacts } from '../ipc/HostFacts.ts';
import type { HostLogEntry } from '../ipc/HostLog.ts';
import { defaultSocketLimits, type SocketLimits } from './createSocketServer.ts';
import { createWebHost, type WebHost } from './createWebHost.ts';
import { readRendererFiles } from '../ipc/RendererFiles.ts';

/*
 * A browser host on a small window of its own, and the tools to talk to it as an honest browser would
 * or would not. For tests only.
 */

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export const closers: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

export const scratch = mkdtempSync(path.join(tmpdir(), 'daybook-web-'));
closers.push(() => rmSync(scratch, { recursive: true }));

export const secretFile = path.join(scratch, 'secret.txt');
const rendererFolder = path.join(scratch, 'renderer');
mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
writeFileSync(secretFile, 'nobody may read this');
writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html><title>Daybook</title>');
writeFileSync(path.join(rendererFolder, 'icon.svg'), '<svg/>');
writeFileSync(path.join(rendererFolder, 'assets', 'index-1a2b.js'), 'export {};');
writeFileSync(path.join(rendererFolder, 'assets', 'index-1a2b.js.map'), '{}');
export const files = readRendererFiles(rendererFolder);

export const handedFolder = path.join(scratch, 'handed');
export const handedFiles = createHandedFiles({ folder: handedFolder, newId: randomUUID });

export const createService = (): DaybookService =>
  createDaybookService({
    place: createHomePlace(path.join(scratch, 'home')),
    engines: createEngineStarter(() => {}),
    files: handedFiles,
    log: () => {},
    nowMs: Date.now,
    diagnostics: { host: readHostFacts(), logLines: () => [] },
  });

export const logged: HostLogEntry[] = [];

export const startHost = async (
  service: DaybookService = createService(),
  limits: Partial<SocketLimits> = {},
  requestMs?: number,
  port = 0,
  keptMs?: number,
): Promise<WebHost> => {
  const started = await createWebHost({
    service,
    files,
    handedFiles,
    log: (entry) => logged.push(entry),
    newId: () => 'incident-1',
    randomBytes,
    ports: [port],
    limits: { ...defaultSocketLimits, ...limits },
    ...(requestMs === undefined ? {} : { requestMs }),
    ...(keptMs === undefined ? {} : { keptMs }),
  });
  if (!started.ok) throw new Error(started.error.type);
  closers.push(started.value.close);
  return started.value;
};

/** Asks with exactly this target and these headers, which `fetch` would put right first. */
export const ask = (origin: string, target: string, headers: Headers = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const request = httpRequest({ hostname, port, path: target, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    request.on('error', reject);
    request.end();
  });

export const targetOf = (link: string): string => link.slice(new URL(link).origin.length);

/** Follows a new link as a browser would, and gives its cookie. */
export const logIn = async (host: WebHost): Promise<Headers> => {
  const { headers } = await ask(host.origin, targetOf(host.newLink()));
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
};

export const openSocket = (host: WebHost, headers: Headers, target = socketPath): WebSocket => {
  const address = host.origin.replace('http', 'ws') + target;
  const socket = new WebSocket(address, { headers: { ...headers } });
  closers.push(() => socket.terminate());
  return socket;
};

/** What becomes of a WebSocket: `open`, or the status that refused it. */
export const fate = (socket: WebSocket): Promise<'open' | number> =>
  new Promise((resolve) => {
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });

export const opened = async (host: WebHost, cookie: Headers): Promise<WebSocket> => {
  const socket = openSocket(host, { ...cookie, origin: host.origin });
  expect(await fate(socket)).toBe('open');
  return socket;
};

export const nextFrame = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
  });

export const closeCode = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => void socket.once('close', resolve));

export const roundTrip = (socket: WebSocket, frame: unknown): Promise<unknown> => {
  const reply = nextFrame(socket);
  socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  return reply;
};

export const hostState = { request: 1, method: 'host/state', input: {} };
