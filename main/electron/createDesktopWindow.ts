import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { BrowserWindow, nativeTheme, screen, shell } from 'electron';
import { channels } from '../../shared/desktop.ts';
import type { Language } from '../../shared/languages.ts';
import { createContractServer } from '../ipc/createContractServer.ts';
import { createCrashLimit } from '../ipc/createCrashLimit.ts';
import type { DaybookService } from '../ipc/createDaybookService.ts';
import { createHost } from '../ipc/createHost.ts';
import type { EngineStarter } from '../ipc/createEngineStarter.ts';
import type { DaybookPlace } from '../ipc/DaybookPlace.ts';
import { describeDefect, type HostLog } from '../ipc/HostLog.ts';
import { askBeforeReload } from './askBeforeReload.ts';
import { bringToFront } from './bringToFront.ts';
import { closeWithDaybook } from './closeWithDaybook.ts';
import { createDialogs } from './createDialogs.ts';
import { createPageHold } from './createPageHold.ts';
import { handFile } from './handFile.ts';
import type { WindowRequests } from './openChannels.ts';
import { ownPage } from './ownPage.ts';
import type { DesktopTexts } from './texts/en.ts';
import { savePdf } from './savePdf.ts';
import { createWebPreferences } from './webPreferences.ts';
import { besideOthers, placeWindow, readWindowPlace, smallest } from './windowPlace.ts';

/** A window, and the daybook that it has or will have. */
export interface DesktopWindow {
  readonly browserWindow: BrowserWindow;
  readonly requests: WindowRequests;
  readonly service: DaybookService;
  /** Brings it to the front, unless it is closing. */
  readonly show: () => void;
  /** It is out of sight, and gone as soon as its daybook is closed. */
  readonly isClosing: () => boolean;
  /** Lets the user choose a folder, in a dialog over this window. */
  readonly chooseFolder: () => Promise<string | null>;
}

export interface DesktopWindowDependencies {
  readonly place: DaybookPlace;
  /** Where the program keeps what is its own and no daybook's. */
  readonly home: string;
  /** For the files that pass between this window and the program. */
  readonly handedFolder: string;
  readonly log: HostLog;
  /** The file that keeps where the last window was. */
  readonly placeFile: string;
  readonly hasTools: boolean;
  readonly texts: () => DesktopTexts;
  readonly speak: (language: Language) => void;
  readonly prepareEngine: EngineStarter['prepare'];
  readonly enginesFor: (window: DesktopWindow) => Omit<EngineStarter, 'prepare'>;
}

/** Built, the preload stands beside the folder of the hosts. */
const preloadFile = path.join(import.meta.dirname, '../preload/preload.cjs');

/** The paper of the page, so that nothing flashes before it is drawn. */
const paper = { light: '#fcfbf7', dark: '#18191c' };

const openBrowserWindow = (placeFile: string, hasTools: boolean): BrowserWindow => {
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const others = BrowserWindow.getAllWindows().map((window) => window.getNormalBounds());
  const { maximized, ...bounds } = placeWindow(
    besideOthers(others) ?? readWindowPlace(placeFile),
    displays,
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Daybook',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: createWebPreferences(preloadFile, hasTools),
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
};

/** Shows the page again when what draws it has ended by itself, unless it does so again and again. */
const reloadAfterCrash = (window: BrowserWindow, log: HostLog): void => {
  const afterCrash = createCrashLimit(Date.now);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log({ event: 'windowGone', level: 'error' });
    if (afterCrash() === 'startAgain') window.webContents.reload();
  });
};

/** Opens a window with nothing open in it. */
export const createDesktopWindow = (dependencies: DesktopWindowDependencies): DesktopWindow => {
  const { place, home, handedFolder, log, placeFile, hasTools, texts, speak } = dependencies;
  const { prepareEngine, enginesFor } = dependencies;
  const browserWindow = openBrowserWindow(placeFile, hasTools);
  const dialogs = createDialogs(browserWindow, texts);
  const engines: EngineStarter = {
    prepare: prepareEngine,
    // Asked for when something is opened, which is after the window is there.
    createDaybook: (daybook) => enginesFor(window).createDaybook(daybook),
    openDaybook: (location) => enginesFor(window).openDaybook(location),
  };
  const { chooseFolder, choosePlace } = dialogs;
  const showInFolder = (file: string): void => shell.showItemInFolder(file);
  const own = { log, engines, handedFolder, chooseFolder, choosePlace, showInFolder };
  const { service, files } = createHost(place, home, own);
  const contract = createContractServer({
    service: service.contract,
    log,
    newId: randomUUID,
  });

  service.onNotice((notice) => {
    if (!browserWindow.isDestroyed()) browserWindow.webContents.send(channels.notice, notice);
  });
  const hold = createPageHold(browserWindow.webContents);
  const isClosing = closeWithDaybook(browserWindow, {
    service,
    holds: hold.holds,
    mayClose: dialogs.mayClose,
    placeFile,
    log,
  });
  askBeforeReload(browserWindow, dialogs.mayReload, log);
  reloadAfterCrash(browserWindow, log);
  const window: DesktopWindow = {
    browserWindow,
    service,
    chooseFolder,
    isClosing,
    requests: {
      call: contract.answerJson,
      speak,
      hold: hold.tell,
      savePdf: (name) =>
        savePdf(
          { contents: browserWindow.webContents, openDaybook: service.openDaybook, choosePlace },
          name,
        ),
      hand: (file) => handFile(file, service, files),
    },
    show: () => {
      if (!isClosing()) bringToFront(browserWindow);
    },
  };
  void browserWindow.loadURL(ownPage).catch((thrown: unknown) => {
    log({ event: 'windowNotLoaded', defect: describeDefect(thrown) });
  });
  return window;
};
