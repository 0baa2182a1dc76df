import path from 'node:path';
import { app, Menu, type WebContents } from 'electron';
import { chooseLanguage } from '../../shared/languages.ts';
import { markerOf } from '../engine/startEngine.ts';
import type { EngineStarter } from '../ipc/createEngineStarter.ts';
import type { DaybookPlace } from '../ipc/DaybookPlace.ts';
import type { HostLog } from '../ipc/HostLog.ts';
import { openHandedFolder } from '../ipc/openHandedFolder.ts';
import { sweepSamples } from '../ipc/sweepSamples.ts';
import { createDesktopWindow, type DesktopWindow } from './createDesktopWindow.ts';
import { createMenu } from './createMenu.ts';
import { createOpenDaybooks } from './OpenDaybooks.ts';
import type { WindowRequests } from './openChannels.ts';
import type { Wishes } from './readWishes.ts';
import { textsOf } from './texts/textsOf.ts';

/** All windows of the program, one daybook each. */
export interface Desktop {
  /** Does what somebody who starts the program wants, or a second time: at least a window is in front. */
  readonly fulfil: (wishes: Wishes) => void;
  /** What the windows are asked by their pages. */
  readonly requestsOf: (contents: WebContents) => WindowRequests | undefined;
}

export interface DesktopDependencies {
  readonly place: DaybookPlace;
  readonly home: string;
  readonly engines: EngineStarter;
  readonly log: HostLog;
  readonly placeFile: string;
}

export const createDesktop = ({
  place,
  home,
  engines,
  log,
  placeFile,
}: DesktopDependencies): Desktop => {
  const windows = new Map<WebContents, DesktopWindow>();
  const openDaybooks = createOpenDaybooks<DesktopWindow>(engines, (window) => window.show());
  const hasTools = !app.isPackaged;
  const handedFolder = openHandedFolder(home, log);
  sweepSamples(home);
  let opened = 0;
  let language = chooseLanguage(app.getPreferredSystemLanguages());

  const showMenu = (): void => {
    const template = createMenu({
      texts: textsOf[language],
      platform: process.platform,
      hasTools,
      recent: place.list(),
      deeds: {
        newWindow: () => void openWindow(),
        openFolder: () => void chooseAndOpen(),
        open: ({ folder }) => openFolder(folder),
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  const remembering: DaybookPlace = {
    ...place,
    remember: (daybook) => {
      place.remember(daybook);
      app.addRecentDocument(markerOf(daybook.folder));
      showMenu();
    },
  };

  const openWindow = (): DesktopWindow => {
    opened += 1;
    const window = createDesktopWindow({
      place: remembering,
      home,
      handedFolder: path.join(handedFolder, String(opened)),
      log,
      placeFile,
      hasTools,
      texts: () => textsOf[language],
      speak: (spoken) => {
        language = spoken;
        showMenu();
      },
      prepareEngine: engines.prepare,
      enginesFor: openDaybooks.enginesFor,
    });
    const contents = window.browserWindow.webContents;
    windows.set(contents, window);
    window.browserWindow.once('closed', () => windows.delete(contents));
    return window;
  };

  /** The window that was used last, first. One that is closing can take no wish any more. */
  const byUse = (): readonly DesktopWindow[] =>
    [...windows.values()]
      .filter((window) => !window.isClosing())
      .toSorted(
        (a, b) => Number(b.browserWindow.isFocused()) - Number(a.browserWindow.isFocused()),
      );

  const front = (): DesktopWindow => byUse()[0] ?? openWindow();

  /** Leads to the daybook of a folder: the window that has it, one that has none, or a new one. */
  const openFolder = (folder: string): void => {
    const found = openDaybooks.windowWith(folder);
    const holder = found?.isClosing() === true ? null : found;
    const window = holder ?? byUse().find(({ service }) => !service.isOpen()) ?? openWindow();
    if (holder === null) window.service.want(folder);
    window.show();
  };

  const chooseAndOpen = async (): Promise<void> => {
    const folder = await front().chooseFolder();
    if (folder !== null) openFolder(folder);
  };

  const showSample = async (): Promise<void> => {
    const window = byUse().find(({ service }) => !service.isOpen()) ?? openWindow();
    window.show();
    const opened = await window.service.contract['sample/open']({ id: 'at-start' });
    if (!opened.ok) log({ event: 'sampleNotOpened', refusal: opened.error.type });
  };

  showMenu();

  return {
    requestsOf: (contents) => windows.get(contents)?.requests,
    fulfil: ({ folders, sample }) => {
      for (const folder of folders) openFolder(folder);
      if (sample) void showSample();
      if (folders.length === 0 && !sample) front().show();
    },
  };
};
