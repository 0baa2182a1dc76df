import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { frame, handed, honest, hostOfFiles, kept, passphrase, session } from './filesUnderTest.ts';
import {
  ask,
  createService,
  handedFiles,
  logIn,
  opened,
  roundTrip,
  secretFile,
  startHost,
} from './hostUnderTest.ts';

/** A place with something written at it, asked for over the session's own socket. */
const written = async (text = 'a,b\r\n'): Promise<string> => {
  const name = '사람, "외상" (1).csv';
  const socket = await opened(hostOfFiles(), session());
  const reply = await roundTrip(socket, { request: 1, method: 'file/place', input: { name } });
  const { id } = (reply as { reply: { value: { id: string } } }).reply.value;
  const owner = ownerOf();
  await handedFiles.use(owner, id, 'write', (file) => Promise.resolve(writeFileSync(file, text)));
  return id;
};

/** The session as the host names it: the digest of its cookie. */
const ownerOf = (): string => {
  const value = `${session()['cookie']}`.split('=')[1] ?? '';
  return createHash('sha256').update(value).digest('hex');
};

describe('a file that was written for a window', () => {
  test('is collected once, as an attachment, and then gone', async () => {
    const id = await written();
    expect(kept()).toHaveLength(1);
    const { status, headers, body } = await ask(hostOfFiles().origin, `/files/${id}`, session());
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
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session())).status).toBe(404);
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
    const headers = { ...session(), ...changed };
    expect((await ask(hostOfFiles().origin, `/files/${id}`, headers)).status).toBe(status);
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session())).status).toBe(200);
  });

  test('is gone from the disk as soon as it is being collected, though nobody takes it', async () => {
    const id = await written('a'.repeat(33_554_432));
    const { hostname, port } = new URL(hostOfFiles().origin);
    const socket = connect(Number(port), hostname);
    try {
      socket.write(frame(session(), '', `/files/${id}`, 'GET'));
      await new Promise((resolve) => socket.once('data', resolve));
      socket.pause();
      expect(kept()).toEqual([]);
    } finally {
      socket.destroy();
    }
  });

  test('is not used up by asking for its head only', async () => {
    const id = await written();
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session(), 'HEAD')).status).toBe(405);
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session())).status).toBe(200);
  });

  test('is not given to another session', async () => {
    const id = await written();
    expect(
      (await ask(hostOfFiles().origin, `/files/${id}`, await logIn(hostOfFiles()))).status,
    ).toBe(404);
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session())).status).toBe(200);
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
    const { status, body } = await ask(hostOfFiles().origin, target, session());
    expect(status).toBe(404);
    expect(body).not.toContain('nobody may read this');
  });

  test('a place at which nothing was written is not there', async () => {
    const socket = await opened(hostOfFiles(), session());
    const input = { name: 'a.csv' };
    const reply = await roundTrip(socket, { request: 1, method: 'file/place', input });
    const { id } = (reply as { reply: { value: { id: string } } }).reply.value;
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session())).status).toBe(404);
  });

  test('what was handed over is not given back', async () => {
    const id = await handed('abc');
    expect((await ask(hostOfFiles().origin, `/files/${id}`, session())).status).toBe(404);
  });
});

test('files of a session without any window are kept for a while, and then released', async () => {
  const service = createService();
  const brief = await startHost(service, {}, undefined, 0, 30);
  const own = await logIn(brief);
  await service.contract['daybook/create']({ name: 'Brief', currency: 'USD', passphrase });
  const first = await opened(brief, own);
  const body = 'abc';
  const headers = { ...honest(), ...own, origin: brief.origin };
  expect((await fetch(`${brief.origin}/files`, { method: 'POST', body, headers })).status).toBe(
    201,
  );
  const second = await opened(brief, own);
  first.terminate();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(kept()).toHaveLength(1);
  second.terminate();
  await vi.waitFor(() => expect(kept()).toEqual([]));
});
