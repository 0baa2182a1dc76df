import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from './app.ts';
import { createBrowserWindow } from './createBrowserWindow.ts';
import { failIfTold } from './failIfTold.ts';
import { createSession } from './session.ts';
import { createEvent, strict } from './strict.ts';
import {
  createWorld,
  type Answerer,
  type BrowserWindow,
  type Invoked,
  type WindowOptions,
  type World,
} from './World.ts';

/** The module `electron` of the stand-in, and what its tests look into and do to it. */
export interface StandIn {
  readonly electron: object;
  readonly world: World;
  readonly app: ReturnType<typeof createApp>['app'];
  readonly session: ReturnType<typeof createSession>;
}

const createDialog = (world: World) => {
  const { dialogsAsked, dialogAnswers } = world;
  const answer = async (kind: 'open' | 'save', options: object): Promise<object> => {
    dialogsAsked.push({ kind, options });
    // Left open until a test says how it is answered after all.
    if ('later' in (dialogAnswers[0] ?? {})) {
      dialogAnswers.shift();
      while (dialogAnswers.length === 0 && !world.isEnding) await wait(20);
    }
    const cancelled = { canceled: true, filePaths: [], filePath: '' };
    return { ...cancelled, ...dialogAnswers.shift() };
  };
  /** Answered when a test has said how, as it is not there for a moment only. */
  const answerMessage = async (options: object): Promise<object> => {
    dialogsAsked.push({ kind: 'message', options });
    // Nobody is there to be asked: it goes, as Playwright lets a page go that would stay.
    if (process.env['DAYBOOK_STAND_IN_SOCKET'] === undefined) return { response: 0 };
    while (dialogAnswers.length === 0 && !world.isEnding) await wait(20);
    return dialogAnswers.shift() ?? { response: 0 };
  };
  return strict('dialog', {
    // Where it is not drawn, as before the program is ready, Electron says it so.
    showErrorBox: (title: string, content: string) =>
      void process.stderr.write(`${title}\n${content}\n`),
    showMessageBox: (_window: BrowserWindow, options: object) => answerMessage(options),
    showOpenDialog: (_window: BrowserWindow, options: object) => answer('open', options),
    showSaveDialog: (_window: BrowserWindow, options: object) => answer('save', options),
  });
};

/** Windows that a page opens are the program's to allow, before they show anything. */
const watchOpened = async (world: World): Promise<void> => {
  const { browser } = world;
  browser?.events.on(
    'Target.targetCreated',
    ({
      targetInfo,
    }: {
      readonly targetInfo: {
        readonly targetId: string;
        readonly type: string;
        readonly openerId?: string;
        readonly url: string;
      };
    }) => {
      if (targetInfo.type !== 'page' || targetInfo.openerId === undefined) return;
      const opener = [...world.windows].find(
        ({ webContents }) => webContents.target() === targetInfo.openerId,
      );
      if (opener?.webContents.mayOpen(targetInfo.url) === true) {
        world.deeds.push('opened');
        return;
      }
      world.deeds.push('denied a window');
      void browser.send('Target.closeTarget', { targetId: targetInfo.targetId });
    },
  );
  await browser?.send('Target.setDiscoverTargets', { discover: true });
};

export const createElectron = (args: readonly string[]): StandIn => {
  const world = createWorld();
  const { app, allClosed } = createApp(world, args);
  const session = createSession(world);
  const startAlone = app.whenReady;
  let started: Promise<void> | null = null;
  const start = async (): Promise<void> => {
    await startAlone();
    await watchOpened(world);
  };
  app.whenReady = () => (started ??= start());

  class Window {
    constructor(options: WindowOptions) {
      // The handlers stand by now: what they say becomes what Chromium does.
      if (world.windows.size === 0) void session.apply();
      // eslint-disable-next-line no-constructor-return
      return createBrowserWindow(
        world,
        options,
        (contents) => app.emit('web-contents-created', createEvent({}), contents),
        allClosed,
      );
    }

    static getAllWindows(): readonly BrowserWindow[] {
      return [...world.windows];
    }
  }

  const electron = strict('electron', {
    app,
    session: session.session,
    BrowserWindow: strict('BrowserWindow', Window),
    dialog: createDialog(world),
    ipcMain: strict('ipcMain', {
      handle: (channel: string, handler: Invoked) => {
        if (world.invoked.has(channel)) throw new Error(`a second handler for '${channel}'`);
        world.invoked.set(channel, handler);
      },
    }),
    Menu: strict('Menu', {
      buildFromTemplate: (template: object) => template,
      setApplicationMenu: (menu: unknown) => {
        world.menu = menu;
      },
    }),
    nativeTheme: strict('nativeTheme', { shouldUseDarkColors: false }),
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: (schemes: readonly object[]) =>
        void world.privileged.push(...schemes),
      handle: (scheme: string, answerer: Answerer) => {
        failIfTold('protocol.handle');
        if (world.answerers.has(scheme)) throw new Error(`a second answer for '${scheme}'`);
        world.answerers.set(scheme, answerer);
      },
    }),
    shell: strict('shell', {
      showItemInFolder: (file: string) => void world.shownInFolder.push(file),
    }),
    screen: strict('screen', { getAllDisplays: () => world.displays }),
  });
  return { electron, world, app, session };
};
