import type { IncomingMessage } from 'node:http';
import { socketPath } from '../../shared/methods.ts';
import type { Sessions } from './Sessions.ts';

/** Decides by its headers alone who a request comes from, and whether to listen to it. */
export interface RequestGuard {
  /** Null when the request may be looked at further. */
  readonly refuse: (request: IncomingMessage) => GuardRefusal | null;
  /** Null when a file may be taken from the request. */
  readonly refuseFile: (request: IncomingMessage) => GuardRefusal | null;
  /** Null when a WebSocket may be opened. */
  readonly refuseSocket: (request: IncomingMessage) => GuardRefusal | null;
}

export type GuardRefusal =
  /** Sent to another name than ours: a page somewhere had its own name lead to this machine. */
  | 'foreignHost'
  /** Asked for by another site's page. */
  | 'foreignOrigin'
  | 'method'
  | 'path'
  | 'session';

/** Whether another site's page asks for something else than to go here. */
const isForeignFetch = ({ headers }: IncomingMessage): boolean => {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
};

/** `origin` is the only one there is, `http://127.0.0.1:<port>`; no other name is answered. */
export const createRequestGuard = (origin: string, sessions: Sessions): RequestGuard => {
  const host = new URL(origin).host;
  return {
    refuse: (request) => {
      const { headers, method } = request;
      if (headers.host !== host) return 'foreignHost';
      if (headers.origin !== undefined && headers.origin !== origin) return 'foreignOrigin';
      if (isForeignFetch(request)) return 'foreignOrigin';
      return method === 'GET' || method === 'HEAD' ? null : 'method';
    },
    refuseFile: ({ headers, method }) => {
      if (headers.host !== host) return 'foreignHost';
      if (headers.origin !== origin) return 'foreignOrigin';
      const site = headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin') return 'foreignOrigin';
      if (method !== 'POST') return 'method';
      return sessions.find(headers.cookie) === null ? 'session' : null;
    },
    refuseSocket: ({ headers, method, url }) => {
      if (headers.host !== host) return 'foreignHost';
      if (headers.origin !== origin) return 'foreignOrigin';
      if (method !== 'GET') return 'method';
      if (url !== socketPath) return 'path';
      return sessions.find(headers.cookie) === null ? 'session' : null;
    },
  };
};
