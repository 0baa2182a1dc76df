import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GuardRefusal, RequestGuard } from './createRequestGuard.ts';
import { hostPage, hostStyle, hostStyleAddress, type HostPage } from './hostPages.ts';
import type { RendererFiles } from '../ipc/RendererFiles.ts';
import { securityHeaders } from '../ipc/securityHeaders.ts';
import type { Sessions } from './Sessions.ts';

export interface PageHandlerDependencies {
  readonly guard: RequestGuard;
  readonly sessions: Sessions;
  readonly cookieName: string;
  readonly files: RendererFiles;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: Buffer | string;
}

const html = 'text/html; charset=utf-8';

const noStore = { 'Cache-Control': 'no-store' };

const refusals: Readonly<
  Record<GuardRefusal, { readonly status: number; readonly page: HostPage }>
> = {
  foreignHost: { status: 421, page: 'wrongAddress' },
  foreignOrigin: { status: 403, page: 'notAllowed' },
  method: { status: 405, page: 'notAllowed' },
  path: { status: 404, page: 'notFound' },
  session: { status: 401, page: 'noSession' },
};

const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  const { status, headers = {}, type = 'text/plain; charset=utf-8', body = '' } = answer;
  response.writeHead(status, {
    ...securityHeaders,
    ...noStore,
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
    // What is refused is not read to its end.
    ...(status >= 400 ? { Connection: 'close' } : {}),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/** The path and the token of a request's target, which is a plain path in every honest request. */
const readTarget = (
  target: string,
): { readonly path: string; readonly token: string | null } | null => {
  if (!target.startsWith('/')) return null;
  const [before = '', query = ''] = target.split('?', 2);
  try {
    return { path: decodeURIComponent(before), token: new URLSearchParams(query).get('token') };
  } catch {
    return null;
  }
};

/** A browser that only looks ahead must not use the link up. */
const isLookAhead = ({ headers }: IncomingMessage): boolean =>
  ['sec-purpose', 'purpose', 'x-moz'].some((name) =>
    [headers[name] ?? ''].flat().join().toLowerCase().includes('prefetch'),
  );

/**
 * Answers requests for pages and files: the one-time link, the files of the window for a browser with
 * a session, and for everything else a page that says what to do.
 */
export const createPageHandler = ({
  guard,
  sessions,
  cookieName,
  files,
}: PageHandlerDependencies): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const ownPage = (request: IncomingMessage, status: number, page: HostPage): Answer => ({
    status,
    type: html,
    body: hostPage(page, request.headers['accept-language']),
  });

  /**
   * The cookie of a session is not sent when another site's page leads here, be it by the one-time
   * link. Asked for again by a page of our own, it is.
   */
  const withoutSession = (request: IncomingMessage): Answer =>
    request.headers['sec-fetch-site'] === 'cross-site'
      ? ownPage(request, 200, 'onward')
      : ownPage(request, 401, 'noSession');

  const toStart: Answer = { status: 303, headers: { Location: '/' } };

  const redeem = (request: IncomingMessage, token: string): Answer => {
    const hasSession = sessions.holds(request.headers.cookie);
    if (request.method !== 'GET' || isLookAhead(request)) return { status: 503 };
    // A link that is followed twice in one browser leads to the same place.
    if (hasSession) return toStart;
    const session = sessions.redeem(token);
    if (session === null) return ownPage(request, 403, 'linkUsed');
    const cookie = `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    return { ...toStart, headers: { ...toStart.headers, 'Set-Cookie': cookie } };
  };

  const answer = (request: IncomingMessage): Answer => {
    const refused = guard.refuse(request);
    if (refused !== null) {
      const { status, page } = refusals[refused];
      return ownPage(request, status, page);
    }
    const target = readTarget(request.url ?? '');
    if (target === null) return ownPage(request, 400, 'notFound');
    if (target.path === hostStyleAddress) {
      return { status: 200, type: 'text/css; charset=utf-8', body: hostStyle };
    }
    if (target.path === '/' && target.token !== null) return redeem(request, target.token);
    if (!sessions.holds(request.headers.cookie)) return withoutSession(request);
    const file = files.get(target.path);
    if (file === undefined) return ownPage(request, 404, 'notFound');
    const headers = file.hashed ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {};
    return { status: 200, type: file.type, body: file.bytes, headers };
  };

  return (request, response) => send(request, response, answer(request));
};
