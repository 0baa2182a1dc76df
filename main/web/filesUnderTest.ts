import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { WebHost } from './createWebHost.ts';
import {
  createService,
  handedFiles,
  handedFolder,
  logIn,
  startHost,
  type Headers,
} from './hostUnderTest.ts';

/*
 * A browser host in which a daybook is open, and the tools to send files to it. For tests only.
 */

export const passphrase = 'a long enough passphrase';

let host: WebHost;
let cookie: Headers;
beforeAll(async () => {
  const service = createService();
  host = await startHost(service, {}, 500);
  cookie = await logIn(host);
  const created = await service.contract['daybook/create']({
    name: 'Files',
    currency: 'USD',
    passphrase,
  });
  if (!created.ok) throw new Error(created.error.type);
});
beforeEach(() => handedFiles.releaseAll());

export const hostOfFiles = (): WebHost => host;
/** The session of the window that hands files over. */
export const session = (): Headers => cookie;

/** What lies where handed files lie. */
export const kept = (): readonly string[] =>
  existsSync(handedFolder) ? readdirSync(handedFolder) : [];

/** What the window of this host says with a file. */
export const honest = (): Headers => ({
  ...cookie,
  origin: host.origin,
  'sec-fetch-site': 'same-origin',
  'x-daybook-file-name': encodeURIComponent('사람.csv'),
});

export interface Sent {
  readonly status: number;
  readonly body: string;
}

/** Sends bytes as they are, and what `fetch` would not send either. */
export const converse = (text: string, hangUpAfter?: number): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(host.origin);
    const socket = connect(Number(port), hostname, () => {
      socket.write(text);
      if (hangUpAfter !== undefined) setTimeout(() => socket.destroy(), hangUpAfter);
    });
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (heard += chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });

/** A request as its bytes. */
export const frame = (headers: Headers, body = '', target = '/files', method = 'POST'): string => {
  const lines = Object.entries({ host: new URL(host.origin).host, ...headers });
  return `${method} ${target} HTTP/1.1\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${body}`;
};

export const send = async (
  body: string,
  changed: Readonly<Record<string, string | undefined>> = {},
  target = '/files',
): Promise<Sent> => {
  const headers = {
    ...honest(),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...changed,
  };
  const sent = Object.entries(headers).filter(
    (header): header is [string, string] => header[1] !== undefined,
  );
  const heard = await converse(frame(Object.fromEntries(sent), body, target));
  const [head = '', text = ''] = heard.split('\r\n\r\n', 2);
  return { status: Number(head.split(' ')[1]), body: text };
};

/** The id of a file that was taken. */
export const handed = async (body: string): Promise<string> => {
  const { status, body: reply } = await send(body);
  expect(status).toBe(201);
  const parsed = JSON.parse(reply) as { readonly value: { readonly id: string } };
  return parsed.value.id;
};
