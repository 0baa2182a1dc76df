import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchElectron } from './fetchElectron.ts';
import { findElectron } from './findElectron.ts';

let folder = '';
let server: Server | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-electron-'));
});
afterEach(() => {
  server?.close();
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A place to fetch from. */
const listen = async (answer: string | null): Promise<string> => {
  const listening = createServer((socket) => {
    socket.on('error', () => {});
    if (answer !== null) socket.end(answer);
  });
  server = listening;
  await new Promise<void>((resolve) => void listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`;
};

const notFound = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** The package with a script of ours in the place of the one that fetches. */
const fetchWith = async (script: string, mirror: string, fetchMs = 20_000) => {
  writeFileSync(path.join(folder, 'install.js'), script);
  let begun = 0;
  const fetched = await fetchElectron({
    packageFolder: folder,
    environment: { ELECTRON_MIRROR: mirror },
    interrupted: new AbortController().signal,
    onBegin: () => {
      begun += 1;
    },
    answerMs: 300,
    fetchMs,
  });
  return { fetched, begun };
};

const writesFile = `require('node:fs').writeFileSync(__dirname + '/path.txt', 'electron')`;

describe('Electron', () => {
  it('is not asked for where nobody answers, or nobody says anything', async () => {
    const unreachable = { ok: false, error: { type: 'ElectronUnreachable' } };
    const refused = await fetchWith(writesFile, 'http://127.0.0.1:1/');
    const silent = await fetchWith(writesFile, await listen(null));
    expect([refused, silent]).toEqual([
      { fetched: unreachable, begun: 0 },
      { fetched: unreachable, begun: 0 },
    ]);
    expect(existsSync(path.join(folder, 'path.txt'))).toBe(false);
  });

  it('is fetched by the script of its package where somebody answers', async () => {
    const { fetched, begun } = await fetchWith(writesFile, await listen(notFound));
    expect({ fetched, begun }).toEqual({ fetched: { ok: true, value: null }, begun: 1 });
    expect(existsSync(path.join(folder, 'path.txt'))).toBe(true);
  });

  it('is given up when the script fails, or never ends', async () => {
    const notFetched = { ok: false, error: { type: 'ElectronNotFetched' } };
    expect((await fetchWith('process.exit(1)', await listen(notFound))).fetched).toEqual(
      notFetched,
    );
    const endless = 'setInterval(() => {}, 1000)';
    server?.close();
    expect((await fetchWith(endless, await listen(notFound), 300)).fetched).toEqual(notFetched);
  });

  it('is found where its package puts it, and where the environment says', () => {
    const find = (environment: Record<string, string>) =>
      findElectron(folder, environment, 'linux');
    expect(find({})).toBeNull();
    writeFileSync(path.join(folder, 'electron'), '');
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(path.join(folder, 'electron'));
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'gone') })).toBeNull();
    // What it says it has fetched was taken away.
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(find({})).toBeNull();
  });
});
