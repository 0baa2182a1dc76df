import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ask,
  createService,
  handedFiles,
  handedFolder,
  logIn,
  opened,
  roundTrip,
  secretFile,
  startHost,
  type Headers,
} from './hostUnderTest.ts';
import type { WebHost } from './createWebHost.ts';

const passphrase = 'a long enough passphrase';

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

const kept = (): readonly string[] => (existsSync(handedFolder) ? readdirSync(handedFolder) : []);

const honest = (): Headers => ({
  ...cookie,
  origin: host.origin,
  'sec-fetch-site': 'same-origin',
  'x-daybook-file-name': encodeURIComponent('사람.csv'),
});

interface Sent {
  readonly status: number;
  readonly body: string;
}

/** Sends bytes as they are, and what `fetch` would not send either. */
const converse = (text: string, hangUpAfter?: number): Promise<string> =>
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

const frame = (headers: Headers, body = '', target = '/files', method = 'POST'): string => {
  const lines = Object.entries({ host: new URL(host.origin).host, ...headers });
  return `${method} ${target} HTTP/1.1\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${body}`;
};

const send = async (
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

const handed = async (body: string): Promise<string> => {
  const { status, body: reply } = await send(body);
  expect(status).toBe(201);
  const parsed = JSON.parse(reply) as { readonly value: { readonly id: string } };
  return parsed.value.id;
};

describe('a file that a window hands over', () => {
  test('is kept, and named as it is', async () => {
    const { status, body } = await send('a,b\n');
    expect(status).toBe(201);
    expect(JSON.parse(body)).toMatchObject({ ok: true, value: { name: '사람.csv', bytes: 4 } });
    expect(body).toMatch(/"id":"[\da-f-]{36}"/u);
    expect(kept()).toHaveLength(1);
  });

  test.each([
    ['no session', { cookie: undefined }, 401],
    ['a session of nobody', { cookie: 'daybook-1=AAAA' }, 401],
    ['a foreign host', { host: 'evil.example' }, 421],
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
    ['an origin of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['another page of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['no length', { 'content-length': undefined }, 411],
    ['no name', { 'x-daybook-file-name': undefined }, 400],
    ['a name that is no text', { 'x-daybook-file-name': '%ff' }, 400],
    ['a name without end', { 'x-daybook-file-name': 'x'.repeat(2001) }, 400],
    ['too much to say', { 'content-length': '1073741825' }, 413],
  ])('with %s is refused, and nothing of it kept', async (_, changed, status) => {
    expect((await send('abc', changed)).status).toBe(status);
    expect(kept()).toEqual([]);
  });

  test('in chunks without a length is refused', async () => {
    const chunked = { ...honest(), 'transfer-encoding': 'chunked' };
    expect(await converse(frame(chunked, '3\r\nabc\r\n0\r\n\r\n'))).toContain('HTTP/1.1 411');
    expect(kept()).toEqual([]);
  });

  test.each(['/files/x', '/files/', '/files?x', '/files/../files'])(
    'is not taken at %s',
    async (target) => {
      expect((await send('abc', {}, target)).status).toBeGreaterThanOrEqual(400);
      expect(kept()).toEqual([]);
    },
  );

  test('by a name that leads elsewhere lies where all of them lie', async () => {
    const name = encodeURIComponent('../../secret.txt');
    const { body } = await send('abc', { 'x-daybook-file-name': name });
    expect(JSON.parse(body)).toMatchObject({ value: { name: 'secret.txt' } });
    expect(kept()).toHaveLength(1);
    expect(secretFile).not.toContain(kept()[0]);
  });

  test('and hangs up in the middle leaves nothing', async () => {
    await converse(frame({ ...honest(), 'content-length': '10' }, 'abc'), 50);
    await vi.waitFor(() => expect(kept()).toEqual([]));
    await handed('abc');
  });

  test('and falls silent in the middle is let go, and leaves nothing', async () => {
    await converse(frame({ ...honest(), 'content-length': '10' }, 'abc'));
    await vi.waitFor(() => expect(kept()).toEqual([]));
  });

  test('is refused while another of this session is on its way', async () => {
    const first = converse(frame({ ...honest(), 'content-length': '10' }, 'abc'), 300);
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
    expect((await send('abc')).status).toBe(409);
    const other = { ...honest(), ...(await logIn(host)) };
    expect((await send('abc', other)).status).toBe(201);
    await first;
  });

  test('is refused where no daybook is open', async () => {
    const closed = await startHost();
    const answer = await fetch(`${closed.origin}/files`, {
      method: 'POST',
      body: 'abc',
      headers: { ...honest(), ...(await logIn(closed)), origin: closed.origin },
    });
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { ok: false, error: { type: 'NoDaybookOpen' } },
    ]);
    expect(kept()).toEqual([]);
  });
});

/** A place with something written at it, asked for over the session's own socket. */
const written = async (text = 'a,b\r\n'): Promise<string> => {
  const name = '사람, "외상" (1).csv';
  const socket = await opened(host, cookie);
  const reply = await roundTrip(socket, { request: 1, method: 'file/place', input: { name } });
  const { id } = (reply as { reply: { value: { id: string } } }).reply.value;
  const owner = ownerOf();
  await handedFiles.use(owner, id, 'write', (file) => Promise.resolve(writeFileSync(file, text)));
  return id;
};

/** The session as the host names it: the digest of its cookie. */
const ownerOf = (): string => {
  const value = `${cookie['cookie']}`.split('=')[1] ?? '';
  return createHash('sha256').update(value).digest('hex');
};

describe('a file that was written for a window', () => {
  test('is collected once, as an attachment, and then gone', async () => {
    const id = await written();
    expect(kept()).toHaveLength(1);
    const { status, headers, body } = await ask(host.origin, `/files/${id}`, cookie);
    expect([status, body]).toEqual([200, 'a,b\r\n']);
    expect(headers).toMatchObject({
      'content-disposition':
        'attachment; filename="___ __ _1_.csv"; filename*=UTF-8\'\'%EC%82%AC%EB%9E%8C%2C%20%EC%99%B8%EC%83%81%20%281%29.csv',
      'content-type': 'application/octet-stream',
      'content-length': '5',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    await vi.waitFor(() => expect(kept()).toEqual([]));
    expect((await ask(host.origin, `/files/${id}`, cookie)).status).toBe(404);
  });

  test.each([
    ['without a session', { cookie: 'daybook-1=AAAA' }, 401],
    ['by a foreign host', { host: 'evil.example' }, 421],
    ['by a foreign origin', { origin: 'http://evil.example' }, 403],
    [
      'by the image of a page elsewhere',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
      403,
    ],
    ['by a browser that looks ahead', { 'sec-purpose': 'prefetch' }, 503],
  ])('is not given %s, and stays', async (_, changed, status) => {
    const id = await written();
    const headers = { ...cookie, ...changed };
    expect((await ask(host.origin, `/files/${id}`, headers)).status).toBe(status);
    expect((await ask(host.origin, `/files/${id}`, cookie)).status).toBe(200);
  });

  test('is gone from the disk as soon as it is being collected, though nobody takes it', async () => {
    const id = await written('a'.repeat(33_554_432));
    const { hostname, port } = new URL(host.origin);
    const socket = connect(Number(port), hostname);
    try {
      socket.write(frame(cookie, '', `/files/${id}`, 'GET'));
      await new Promise((resolve) => socket.once('data', resolve));
      socket.pause();
      expect(kept()).toEqual([]);
    } finally {
      socket.destroy();
    }
  });

  test('is not used up by asking for its head only', async () => {
    const id = await written();
    expect((await ask(host.origin, `/files/${id}`, cookie, 'HEAD')).status).toBe(405);
    expect((await ask(host.origin, `/files/${id}`, cookie)).status).toBe(200);
  });

  test('is not given to another session', async () => {
    const id = await written();
    expect((await ask(host.origin, `/files/${id}`, await logIn(host))).status).toBe(404);
    expect((await ask(host.origin, `/files/${id}`, cookie)).status).toBe(200);
  });

  test.each([
    '/files/',
    '/files',
    '/files/..%2f..%2fsecret.txt',
    '/files/../../secret.txt',
    '/files/%2e%2e/secret.txt',
    '/files/constructor',
    '/files/00000000-0000-0000-0000-000000000000',
    `/files/${secretFile}`,
  ])('is not found at %s', async (target) => {
    const { status, body } = await ask(host.origin, target, cookie);
    expect(status).toBe(404);
    expect(body).not.toContain('nobody may read this');
  });

  test('a place at which nothing was written is not there', async () => {
    const socket = await opened(host, cookie);
    const input = { name: 'a.csv' };
    const reply = await roundTrip(socket, { request: 1, method: 'file/place', input });
    const { id } = (reply as { reply: { value: { id: string } } }).reply.value;
    expect((await ask(host.origin, `/files/${id}`, cookie)).status).toBe(404);
  });

  test('what was handed over is not given back', async () => {
    const id = await handed('abc');
    expect((await ask(host.origin, `/files/${id}`, cookie)).status).toBe(404);
  });
});

test('files of a session without any window are kept for a while, and then released', async () => {
  const service = createService();
  const brief = await startHost(service, {}, undefined, 0, 30);
  const session = await logIn(brief);
  await service.contract['daybook/create']({ name: 'Brief', currency: 'USD', passphrase });
  const first = await opened(brief, session);
  const body = 'abc';
  const headers = { ...honest(), ...session, origin: brief.origin };
  expect((await fetch(`${brief.origin}/files`, { method: 'POST', body, headers })).status).toBe(
    201,
  );
  const second = await opened(brief, session);
  first.terminate();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(kept()).toHaveLength(1);
  second.terminate();
  await vi.waitFor(() => expect(kept()).toEqual([]));
});
