import { contentSecurityPolicy } from '../ipc/securityHeaders.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  fate,
  logIn,
  openSocket,
  secretFile,
  startHost,
  targetOf,
  type Headers,
} from './hostUnderTest.ts';
import type { WebHost } from './createWebHost.ts';

let host: WebHost;
let cookie: Headers;
beforeAll(async () => {
  host = await startHost();
  cookie = await logIn(host);
});

describe('the one-time link', () => {
  test('leads to the start with a cookie, and is gone from the address', async () => {
    const link = host.newLink();
    const { status, headers } = await ask(host.origin, targetOf(link));
    expect(status).toBe(303);
    expect(headers['location']).toBe('/');
    expect(headers['cache-control']).toBe('no-store');
    const [value = '', ...attributes] = `${headers['set-cookie']?.[0]}`.split('; ');
    expect(value).toMatch(/^daybook-\d+=[\w-]{43}$/);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    expect(value).not.toContain(new URL(link).searchParams.get('token'));
    expect((await ask(host.origin, '/', { cookie: value })).body).toContain('<title>Daybook');
  });

  test('works once', async () => {
    const target = targetOf(host.newLink());
    expect((await ask(host.origin, target)).status).toBe(303);
    const again = await ask(host.origin, target);
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined]);
    expect(again.body).toContain('press Enter');
    const korean = await ask(host.origin, target, { 'accept-language': 'ko-KR,ko;q=0.9' });
    expect(korean.body).toContain('<html lang="ko">');
  });

  test('does not work with another token, nor with the one before', async () => {
    const before = targetOf(host.newLink());
    const link = targetOf(host.newLink());
    const wrong = ['/?token=', '/?token=undefined', `${link}x`, link.slice(0, -1), before];
    for (const target of wrong) expect((await ask(host.origin, target)).status).toBe(403);
    expect((await ask(host.origin, link)).status).toBe(303);
  });

  test('is not used up by a browser that looks ahead or asks for the head only', async () => {
    const link = targetOf(host.newLink());
    const ahead = [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }];
    for (const headers of ahead) expect((await ask(host.origin, link, headers)).status).toBe(503);
    expect((await ask(host.origin, link, {}, 'HEAD')).status).toBe(503);
    expect((await ask(host.origin, link)).status).toBe(303);
  });

  test('leads a browser that has a session to the start, used or not', async () => {
    const { status, headers } = await ask(host.origin, '/?token=used', cookie);
    expect([status, headers['location'], headers['set-cookie']]).toEqual([303, '/', undefined]);
  });
});

describe('without a session', () => {
  const targets = ['/', '/assets/index-1a2b.js', '/icon.svg', '/nothing', '/index.html'];

  test.each(targets)('%s is not given out', async (target) => {
    const { status, body } = await ask(host.origin, target);
    expect(status).toBe(401);
    expect(body).not.toContain('<title>Daybook<');
    expect(body).not.toContain('export');
  });

  test.each([
    ['another value', 'daybook-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['no value', 'daybook-PORT='],
    ['a value of another name', 'other=VALUE'],
    ['a cut value', 'daybook-PORT=CUT'],
  ])('a cookie with %s does not help', async (_, text) => {
    const value = `${cookie['cookie']}`.split('=')[1] ?? '';
    const port = new URL(host.origin).port;
    const forged = text
      .replace('PORT', port)
      .replace('VALUE', value)
      .replace('CUT', value.slice(1));
    expect((await ask(host.origin, '/', { cookie: forged })).status).toBe(401);
    const socket = openSocket(host, { cookie: forged, origin: host.origin });
    expect(await fate(socket)).toBe(401);
  });

  test('the cookie is found among others', async () => {
    const among = { cookie: `a=b; ${cookie['cookie']}; c=d` };
    expect((await ask(host.origin, '/', among)).status).toBe(200);
  });

  test('the session of another host is none of ours', async () => {
    const other = await startHost();
    const foreign = await logIn(other);
    expect((await ask(host.origin, '/', foreign)).status).toBe(401);
  });

  test('a browser led here by another site asks once more by itself, and only once', async () => {
    const foreign = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    const own = { ...foreign, 'sec-fetch-site': 'same-origin' };
    expect((await ask(host.origin, '/', foreign)).body).toContain('http-equiv="refresh"');
    expect((await ask(host.origin, '/', own)).body).not.toContain('http-equiv="refresh"');
  });
});

describe('a second browser', () => {
  test('needs a link of its own, and then both work', async () => {
    expect((await ask(host.origin, '/')).status).toBe(401);
    const second = await logIn(host);
    expect(second).not.toEqual(cookie);
    expect((await ask(host.origin, '/', second)).status).toBe(200);
    expect((await ask(host.origin, '/', cookie)).status).toBe(200);
  });
});

describe('a foreign host or origin', () => {
  test.each([
    'localhost:PORT',
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1:PORT.evil.example',
    '[::1]:PORT',
    '0.0.0.0:PORT',
  ])('Host %s is not answered, session or not', async (name) => {
    const headers = { ...cookie, host: name.replace('PORT', new URL(host.origin).port) };
    expect((await ask(host.origin, '/', headers)).status).toBe(421);
    expect((await ask(host.origin, targetOf(host.newLink()), headers)).status).toBe(421);
    const socket = openSocket(host, { ...headers, origin: host.origin });
    expect(await fate(socket)).toBe(421);
  });

  test.each([
    'http://evil.example',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'null',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
  ])('Origin %s gets neither page nor socket', async (name) => {
    const origin = name.replace('PORT', new URL(host.origin).port);
    expect((await ask(host.origin, '/', { ...cookie, origin })).status).toBe(403);
    expect(await fate(openSocket(host, { ...cookie, origin }))).toBe(403);
  });

  test('no Origin at all gets no socket', async () => {
    expect(await fate(openSocket(host, cookie))).toBe(403);
  });

  test.each([
    [
      'an image',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    ],
    [
      'a frame',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
    [
      'another port of this machine',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    ],
  ])('what a page elsewhere asks for as %s is not given', async (_, headers) => {
    expect((await ask(host.origin, '/icon.svg', { ...cookie, ...headers })).status).toBe(403);
  });
});

describe('the files of the window', () => {
  test('are given with a session, and everything with the strict headers', async () => {
    const script = await ask(host.origin, '/assets/index-1a2b.js', cookie);
    expect([script.status, script.body]).toEqual([200, 'export {};']);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    const page = await ask(host.origin, '/', cookie);
    expect(page.headers['cache-control']).toBe('no-store');
    const refused = await ask(host.origin, '/', { host: 'evil.example' });
    for (const { headers } of [script, page, refused]) {
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  test('the policy allows nothing inline, evaluated or foreign', () => {
    expect(contentSecurityPolicy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|nonce|sha256/);
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/%c0%ae%c0%ae/secret.txt',
    '//secret.txt',
    '/./secret.txt',
    `/${secretFile}`,
    `/%2f${secretFile.slice(1)}`,
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/assets/index-1a2b.js.map',
    '/constructor',
    '/__proto__',
    'http://127.0.0.1/secret.txt',
    '/%',
    '*',
  ])('%s is not among them', async (target) => {
    const { status, body } = await ask(host.origin, target, cookie);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('nobody may read this');
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    '%s is no way to ask',
    async (method) => {
      const { status, headers } = await ask(host.origin, '/', cookie, method);
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    },
  );

  test('HEAD is answered without a body', async () => {
    const { status, headers, body } = await ask(host.origin, '/icon.svg', cookie, 'HEAD');
    expect([status, headers['content-length'], body]).toEqual([200, '6', '']);
  });
});
