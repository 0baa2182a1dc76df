import { describe, expect, test, vi } from 'vitest';
import { converse, frame, handed, honest, hostOfFiles, kept, send } from './filesUnderTest.ts';
import { logIn, secretFile, startHost } from './hostUnderTest.ts';

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
    const other = { ...honest(), ...(await logIn(hostOfFiles())) };
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
