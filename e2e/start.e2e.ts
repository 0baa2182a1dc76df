import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { takeControls } from './Controls.ts';
import { standInFolder } from './host.ts';
import { createScratch, startProcess } from './startDaybook.ts';

const scratch = createScratch();
afterAll(scratch.remove);

/** A folder with a program of Electron's name that does what the script says. */
const electronThat = (script: string): string => {
  const folder = path.join(scratch.folder, 'electron');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
};

const start = (environment: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  startProcess({ home: path.join(scratch.folder, 'home'), args, environment });

/** What is said before the link, which must come soon. */
const whyBrowser = async (
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> => {
  const running = start(environment, ...args);
  const link = await running.nextLine();
  expect(link).toContain('http://127.0.0.1:');
  running.signal('SIGINT');
  expect(await running.ended).toBe(0);
  const lines = running.said().split('\n');
  return lines.find((line) => line.includes('in your browser')) ?? '';
};

const display = { DISPLAY: ':99' };
const noDisplay = { DISPLAY: '', WAYLAND_DISPLAY: '' };

describe.runIf(process.platform === 'linux')('npm start', () => {
  it('runs in the browser where there is no display, and says so', async () => {
    expect(await whyBrowser(noDisplay)).toBe(
      'There is no display here, so Daybook runs in your browser.',
    );
  });

  it('runs in the browser where Electron is missing and nobody has it to give', async () => {
    const without = {
      ...display,
      ELECTRON_OVERRIDE_DIST_PATH: path.join(scratch.folder, 'nothing'),
      ELECTRON_MIRROR: 'http://127.0.0.1:1/',
    };
    expect(await whyBrowser(without)).toBe(
      'Electron, which shows the window, is not here and cannot be fetched now, so Daybook runs in your browser.',
    );
  });

  it('runs in the browser where Electron does not start', async () => {
    const broken = { ...display, ELECTRON_OVERRIDE_DIST_PATH: electronThat('exit 127') };
    expect(await whyBrowser(broken)).toBe(
      'Electron, which shows the window, does not start on this machine, so Daybook runs in your browser.',
    );
  });

  it('runs in the browser when told to, and has nothing to explain', async () => {
    const there = { ...display, ELECTRON_OVERRIDE_DIST_PATH: electronThat('exit 0') };
    expect(await whyBrowser(there, '--browser')).toBe('');
    expect(await whyBrowser(there, '--port', '0')).toBe('');
  });

  it('opens the desktop window where there is Electron and a display, and ends with it', async () => {
    const socket = path.join(scratch.folder, 'controls');
    const running = start({
      ...display,
      ELECTRON_OVERRIDE_DIST_PATH: standInFolder,
      DAYBOOK_NODE: process.execPath,
      DAYBOOK_STAND_IN_SOCKET: socket,
    });
    await expect.poll(() => existsSync(socket), { timeout: 40_000 }).toBe(true);
    const controls = takeControls(socket);
    await expect
      .poll(() => controls.say('windows'), { timeout: 40_000 })
      .toMatchObject([{ visible: true }]);
    controls.end();
    running.signal('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.said()).not.toContain('in your browser');
  });
});

it('what this run of the tests has built is what users get', async () => {
  const running = start(noDisplay);
  await running.nextLine();
  running.signal('SIGINT');
  await running.ended;
  const folder = path.resolve(import.meta.dirname, '../dist/renderer/assets');
  const script = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('');
  expect(script).toContain('https://react.dev/errors/');
  // React for developers, which is half as fast, explains itself.
  expect(script).not.toContain('Encountered two children with the same key');
});
