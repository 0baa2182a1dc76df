import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { startBrowser } from './Browser.ts';
import { failIfTold } from './failIfTold.ts';
import { createEvent, strict } from './strict.ts';
import type { World } from './World.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The switches that are Chromium's own business; the others are the program's. */
const forChromium = (arg: string): boolean => /^--(?:remote-debugging-port|lang)=/u.test(arg);

export const createApp = (world: World, args: readonly string[]) => {
  const emitter = new EventEmitter();
  let name = 'Electron';
  let userData: string | null = null;
  let isQuitting = false;
  const lang = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? 'en-GB';

  const dataFolder = (): string =>
    userData ?? path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), name);
  const lockFile = (): string => path.join(dataFolder(), 'stand-in.lock');

  const end = async (code: number): Promise<void> => {
    emitter.emit('will-quit', createEvent({}));
    emitter.emit('quit', createEvent({}), code);
    await world.browser?.close();
    if (existsSync(lockFile()) && readFileSync(lockFile(), 'utf8') === String(process.pid))
      rmSync(lockFile());
    process.exit(code);
  };

  const quit = (): void => {
    emitter.emit('before-quit', createEvent({}));
    isQuitting = true;
    for (const window of world.windows) window.close();
    if (world.windows.size === 0) void end(0);
    // A window that stays has called it off.
    else isQuitting = false;
  };

  /** Others lay a letter into the folder, since a lock must be asked for without waiting. */
  const hearOthers = (): void => {
    const read = (): void => {
      for (const file of readdirSync(dataFolder()).filter((file) => file.endsWith('.second'))) {
        const letter = path.join(dataFolder(), file);
        const { argv, cwd, data } = JSON.parse(readFileSync(letter, 'utf8')) as {
          readonly argv: readonly string[];
          readonly cwd: string;
          readonly data: unknown;
        };
        rmSync(letter);
        emitter.emit('second-instance', createEvent({}), argv, cwd, data);
      }
    };
    watch(dataFolder(), read).unref();
  };

  const requestSingleInstanceLock = (data: unknown): boolean => {
    world.deeds.push('app.requestSingleInstanceLock');
    mkdirSync(dataFolder(), { recursive: true });
    try {
      const pid = Number(readFileSync(lockFile(), 'utf8'));
      if (isAlive(pid)) {
        const letter = path.join(dataFolder(), `${process.pid}`);
        writeFileSync(letter, JSON.stringify({ argv: args, cwd: process.cwd(), data }));
        renameSync(letter, `${letter}.second`);
        return false;
      }
    } catch {
      // Nobody has been here.
    }
    writeFileSync(lockFile(), String(process.pid));
    hearOthers();
    return true;
  };

  const whenReady = async (): Promise<void> => {
    const profile = path.join(dataFolder(), 'stand-in-profile');
    const switches = [...args.filter(forChromium), `--accept-lang=${lang}`];
    world.browser = await startBrowser(profile, switches);
    emitter.emit('ready');
  };

  return {
    allClosed: () => {
      if (isQuitting) void end(0);
      else emitter.emit('window-all-closed');
    },
    app: strict(
      'app',
      Object.assign(emitter, {
        isPackaged: false,
        setName: (given: string) => {
          failIfTold('app.setName');
          name = given;
        },
        setPath: (what: 'userData', place: string) => {
          if (what !== 'userData') throw new Error(`the stand-in has no path ${String(what)}`);
          userData = place;
        },
        getPath: (what: 'userData') => {
          if (what !== 'userData') throw new Error(`the stand-in has no path ${String(what)}`);
          return dataFolder();
        },
        enableSandbox: () => void world.deeds.push('app.enableSandbox'),
        getPreferredSystemLanguages: () => [lang],
        addRecentDocument: (file: string) => void world.recentDocuments.push(file),
        requestSingleInstanceLock,
        whenReady,
        quit,
        exit: (code: number) => void end(code),
      }),
    ),
  };
};
