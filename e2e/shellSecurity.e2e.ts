import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../main/ipc/securityHeaders.ts';
import type { Controls } from './Controls.ts';
import type { SeenWindow } from './electron-stand-in/controls.ts';
import { useStandIn } from './useStandIn.ts';

/*
 * The points of "Security of the shell", each as far as the stand-in can show it: what the program hands
 * to Electron, and what it does when a page tries. What Electron makes of it is in `docs/known-gaps.md`.
 */

const inUse = useStandIn();
let shown: SeenWindow;

beforeAll(async () => {
  [shown] = (await inUse.controls().say('windows')) as [SeenWindow];
  await inUse.app().welcome.whenShown();
});

const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);

const page = () => inUse.app().page;
const ownPage = 'app://daybook/';

describe('a window', () => {
  it('has its page in a sandbox, in a world of its own, and no Node', () => {
    expect(shown.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('is in the sandbox because all of the program is, from before it was ready', async () => {
    expect((await say('deeds')).slice(0, 2)).toEqual([
      'app.enableSandbox',
      'app.requestSingleInstanceLock',
    ]);
  });

  it('has the functions of the preload and nothing else of Electron or Node', async () => {
    const found = await page().evaluate(() => ({
      named: Object.keys((window as unknown as { readonly daybook: object }).daybook).toSorted(),
      others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    }));
    expect(found).toEqual({
      named: ['call', 'hand', 'hold', 'onNotice', 'savePdf', 'speak'],
      others: [],
    });
  });
});

describe('the scheme of the program', () => {
  it('is registered once, with what a page needs and no more', async () => {
    expect(await say('schemes')).toEqual(['app']);
    expect(await say('privileged')).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('answers with the strict policy and the other headers', async () => {
    const headers = await page().evaluate(async () =>
      Object.fromEntries(await fetch('/').then((answer) => [...answer.headers])),
    );
    expect(headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../main/electron.cjs',
    '/..%5c..%5cpackage.json',
    '/%2fetc/passwd',
    '/index.html%00.js',
    '/constructor',
  ])('gives nothing for %s', async (address) => {
    const status = await page().evaluate(async (address) => (await fetch(address)).status, address);
    expect(status).toBe(404);
  });

  it('takes nothing but GET and HEAD', async () => {
    const status = await page().evaluate(
      async () => (await fetch('/', { method: 'POST', body: '' })).status,
    );
    expect(status).toBe(405);
  });
});

describe('a page that leads away', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'app://other/',
    'app://daybook/assets/index.js',
  ])('is kept where it is: %s', async (url) => {
    const address = url.replace(/^app:\/\/(\w+)/u, 'https://$1.app.stand-in');
    await page().evaluate((address) => {
      window.location.href = address;
    }, address);
    await expect.poll(() => say('deeds')).toContain(`kept from ${url}`);
    expect(await say('wentTo')).toEqual([]);
    await expect.poll(() => page().evaluate(() => window.location.pathname)).toBe('/');
    const details = { url, isMainFrame: true };
    const event = 'will-navigate';
    expect(await say('isPrevented', { id: shown.id, event, details })).toBe(true);
    await inUse.app().welcome.whenShown();
  });

  it('may load itself again, and goes on', async () => {
    await page().evaluate(() => window.location.reload());
    await inUse.app().welcome.whenShown();
  });

  it('is kept from redirects and from frames of its own', async () => {
    const tries = [
      ['will-redirect', { url: ownPage, isMainFrame: true }],
      ['will-frame-navigate', { url: ownPage, isMainFrame: false }],
      ['will-frame-navigate', { url: 'https://example.com/', isMainFrame: true }],
    ] as const;
    for (const [event, details] of tries)
      expect(await say('isPrevented', { id: shown.id, event, details })).toBe(true);
  });

  it('opens no window', async () => {
    const before = inUse.desktop().browser.contexts()[0]?.pages().length;
    await page().evaluate(() => void window.open('/'));
    await expect.poll(() => say('deeds')).toContain('denied a window');
    expect(await say('deeds')).not.toContain('opened');
    await expect.poll(() => inUse.desktop().browser.contexts()[0]?.pages().length).toBe(before);
    expect(await say('opens', { id: shown.id, url: ownPage })).toBe(false);
  });

  it('attaches no webview', async () => {
    const event = 'will-attach-webview';
    expect(await say('isPrevented', { id: shown.id, event, details: {} })).toBe(true);
  });

  it('saves nothing by a download', async () => {
    const downloads = readdirSync(inUse.scratch).length;
    await page().evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['text']));
      link.download = 'out.txt';
      link.click();
    });
    await expect.poll(() => say('deeds')).toContain('refused a download');
    expect(await say('deeds')).not.toContain('downloaded');
    expect(readdirSync(inUse.scratch)).toHaveLength(downloads);
  });
});

describe('permissions', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'hid',
    'fullscreen',
    'openExternal',
  ])('are refused when asked for and when checked: %s', async (permission) => {
    expect(await say('permission', { permission })).toEqual({
      request: false,
      check: false,
      device: false,
    });
  });

  it('to copy are granted to the page of a window, and to nobody else', async () => {
    const permission = 'clipboard-sanitized-write';
    const refused = { request: false, check: false, device: false };
    expect(await say('permission', { permission })).toEqual({
      request: true,
      check: true,
      device: false,
    });
    for (const asking of [
      { requestingUrl: ownPage, isMainFrame: false },
      { requestingUrl: 'https://example.com/', isMainFrame: true },
    ])
      expect(await say('permission', { permission, asking })).toEqual(refused);
  });

  it('are refused in the page', async () => {
    const states = await page().evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera'] as PermissionName[];
      return Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name })).state),
      );
    });
    expect(states).toEqual(['denied', 'denied', 'denied']);
  });
});

describe('the stand-in', () => {
  it('has nothing of Electron but what the program uses', async () => {
    await expect(say('missing', { name: 'app.setAsDefaultProtocolClient' })).rejects.toThrow(
      'the stand-in has no app.setAsDefaultProtocolClient',
    );
  });
});

it('no name and no passphrase of a user stands in the log of the program', async () => {
  const { welcome, people } = inUse.app();
  await welcome.create({ name: 'Ledger of Secrets', passphrase: 'four plain quiet words' });
  await people.whenShown();
  await people.register({ name: 'Ada Lovelace' });
  const logged = readFileSync(path.join(inUse.home, '.logs/host.log'), 'utf8');
  for (const secret of ['Ada', 'Secrets', 'quiet']) expect(logged).not.toContain(secret);
});
