import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { createWebHost } from './createWebHost.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  closeCode,
  closers,
  createService,
  files,
  handedFiles,
  logIn,
  opened,
  startHost,
  type Headers,
} from './hostUnderTest.ts';
import type { WebHost } from './createWebHost.ts';

let host: WebHost;
let cookie: Headers;
beforeAll(async () => {
  host = await startHost();
  cookie = await logIn(host);
});

describe('a slow or broken request', () => {
  /** Sends bytes as they are and waits for the end of the connection. */
  const converse = (origin: string, text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => (heard += chunk));
      socket.on('error', () => {});
      socket.on('close', () => resolve(heard));
    });

  test.each([
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n`, '431'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      '400',
    ],
  ])('of %s is ended', async (_, text, status) => {
    expect(await converse(host.origin, text)).toContain(`HTTP/1.1 ${status}`);
    expect((await ask(host.origin, '/', cookie)).status).toBe(200);
  });

  test.each([
    ['whose headers never end', 'GET / HTTP/1.1\r\nX-Slow: '],
    ['whose body never ends', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1'],
  ])('%s is ended by us', async (_, text) => {
    const impatient = await startHost(createService(), {}, 500);
    expect(await converse(impatient.origin, text)).toMatch(/^HTTP\/1\.1 4/);
  });
});

describe('the end', () => {
  test('says goodbye to windows and leaves the port free', async () => {
    const ending = await startHost();
    const socket = await opened(ending, await logIn(ending));
    const code = closeCode(socket);
    await ending.close();
    expect(await code).toBe(1001);
    const { port } = new URL(ending.origin);
    const next = await startHost(createService(), {}, undefined, Number(port));
    expect(next.origin).toBe(ending.origin);
  });

  test('a taken port is passed over for the next, and told when there is no next', async () => {
    const taken = Number(new URL(host.origin).port);
    const options = {
      service: createService(),
      files,
      handedFiles,
      log: () => {},
      newId: () => '',
      randomBytes,
    };
    expect(await createWebHost({ ...options, ports: [taken] })).toEqual({
      ok: false,
      error: { type: 'PortTaken', port: taken },
    });
    const next = await createWebHost({ ...options, ports: [taken, 0] });
    if (!next.ok) throw new Error(next.error.type);
    closers.push(next.value.close);
    expect(next.value.origin).not.toBe(host.origin);
  });
});
