import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { err, type Result } from '../../shared/kernel/result.ts';
import { fileNameHeader, filesPath } from '../../shared/methods.ts';
import type { HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { describeDefect, type HostLog } from '../ipc/HostLog.ts';
import type { HandedFiles, WrittenFile } from '../ipc/HandedFiles.ts';
import type { GuardRefusal, RequestGuard } from './createRequestGuard.ts';
import { isLookAhead } from './isLookAhead.ts';
import { securityHeaders } from '../ipc/securityHeaders.ts';
import type { Sessions } from './Sessions.ts';

export interface FilesHandlerDependencies {
  readonly guard: RequestGuard;
  readonly sessions: Sessions;
  readonly files: HandedFiles;
  /** Files are taken and given while a daybook is open. */
  readonly isOpen: () => boolean;
  readonly log: HostLog;
  readonly newId: () => string;
  /** How long a window may fall silent in the middle of a file. **Units:** milliseconds. */
  readonly silentMs: number;
}

/** Takes files from windows, and lets them collect what was written for them. */
export interface FilesHandler {
  /** Whether the request is for here. */
  readonly isFor: (request: IncomingMessage) => boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

type Answer = Result<HandedFile, Refusal>;

const guardStatus: Readonly<Record<GuardRefusal, number>> = {
  foreignHost: 421,
  foreignOrigin: 403,
  method: 405,
  path: 404,
  session: 401,
};

const refusalStatus: Readonly<Record<string, number>> = {
  FileArriving: 409,
  FileCutOff: 400,
  FileTooLarge: 413,
  LengthMissing: 411,
  NoDaybookOpen: 409,
  NoSuchFile: 404,
  StorageFull: 507,
};

const headers = { ...securityHeaders, 'Cache-Control': 'no-store' };

const answer = (response: ServerResponse, status: number, body: Answer | null): void => {
  if (response.headersSent || response.destroyed) return;
  const text = body === null ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    ...(status === 405 ? { Allow: 'GET, POST' } : {}),
    // What is refused is not read to its end.
    ...(status >= 400 ? { Connection: 'close' } : {}),
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
};

/** The name in its header, as the window wrote it. */
const nameOf = (request: IncomingMessage): string | null => {
  const header = request.headers[fileNameHeader];
  if (typeof header !== 'string' || header.length > 2000) return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
};

/** How long the body says it is. One that does not say may have no end. */
const lengthOf = ({ headers: sent }: IncomingMessage): number | null => {
  const length = sent['content-length'];
  if (sent['transfer-encoding'] !== undefined || length === undefined) return null;
  return /^\d{1,15}$/u.test(length) ? Number(length) : null;
};

/** **Source:** RFC 6266 and RFC 5987: a plain name for what knows no other, and the name itself. */
const attachment = (name: string): string => {
  const plain = name.replace(/[^\w .-]/gu, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};

const openWritten = async (file: WrittenFile) => {
  try {
    return await open(file.path, 'r');
  } catch {
    // It was never written, or the disk has lost it: there is nothing to collect.
    return null;
  }
};

/** Once it is open its name is not needed any more: then it is gone, whoever falls silent or is killed while it is sent. */
const removeWhileOpen = (file: WrittenFile): void => {
  try {
    file.end();
  } catch {
    // Windows may keep a file as long as it is open; it goes when it has been sent.
  }
};

/** Serves what lies at `/files`. */
export const createFilesHandler = (dependencies: FilesHandlerDependencies): FilesHandler => {
  const { guard, sessions, files, isOpen, log, newId, silentMs } = dependencies;

  const refuse = (response: ServerResponse, error: Refusal): void =>
    answer(response, refusalStatus[error.type] ?? 500, err(error));

  const take = async (
    request: IncomingMessage,
    response: ServerResponse,
    owner: string,
  ): Promise<void> => {
    const name = nameOf(request);
    const bytes = lengthOf(request);
    if (name === null) return refuse(response, { type: 'FileCutOff' });
    if (bytes === null) return refuse(response, { type: 'LengthMissing' });
    if (!isOpen()) return refuse(response, { type: 'NoDaybookOpen' });
    request.setTimeout(silentMs, () => request.destroy());
    const stop = (): void => void request.destroy();
    const received = await files.receive(owner, { name, bytes, chunks: request, stop });
    if (!received.ok) return refuse(response, received.error);
    answer(response, 201, received);
    return undefined;
  };

  const give = async (
    request: IncomingMessage,
    response: ServerResponse,
    owner: string,
  ): Promise<void> => {
    const id = (request.url ?? '').slice(filesPath.length + 1);
    const file = files.collect(owner, id);
    if (file === null) return answer(response, 404, null);
    try {
      const handle = await openWritten(file);
      if (handle === null) return answer(response, 404, null);
      removeWhileOpen(file);
      const { size } = await handle.stat();
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'application/octet-stream',
        'Content-Length': size,
        'Content-Disposition': attachment(file.name),
      });
      await pipeline(createReadStream('', { fd: handle }), response);
    } finally {
      file.end();
    }
    return undefined;
  };

  const serve = (request: IncomingMessage, response: ServerResponse): Promise<void> | void => {
    const isPost = request.method === 'POST' && request.url === filesPath;
    const refused = isPost ? guard.refuseFile(request) : guard.refuse(request);
    if (refused !== null) return answer(response, guardStatus[refused], null);
    const owner = sessions.find(request.headers.cookie);
    if (owner === null) return answer(response, guardStatus.session, null);
    if (isPost) return take(request, response, owner);
    if (request.method !== 'GET') return answer(response, guardStatus.method, null);
    // A browser that only looks ahead must not use the file up.
    if (isLookAhead(request)) return answer(response, 503, null);
    return give(request, response, owner);
  };

  return {
    isFor: ({ url = '' }) => url === filesPath || url.startsWith(`${filesPath}/`),
    handle: (request, response) => {
      const served = async (): Promise<void> => {
        try {
          await serve(request, response);
        } catch (thrown) {
          // Who collects may leave at any time, and is no defect.
          if (response.destroyed || request.destroyed) return;
          const incidentId = newId();
          log({ event: 'incident', incidentId, defect: describeDefect(thrown) });
          if (response.headersSent) response.destroy();
          else answer(response, 500, err({ type: 'Unexpected', incidentId } as Refusal));
        }
      };
      void served();
    },
  };
};
