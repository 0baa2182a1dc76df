import type { MenuItemConstructorOptions } from 'electron';
import type { KnownDaybook } from '../../shared/protocol/host-state.ts';
import type { DesktopTexts } from './texts/en.ts';

/** What the menu does of its own; the rest is what every program's menu does. */
export interface MenuDeeds {
  readonly newWindow: () => void;
  readonly openFolder: () => void;
  readonly open: (daybook: KnownDaybook) => void;
}

export interface MenuDependencies {
  readonly texts: DesktopTexts;
  readonly platform: NodeJS.Platform;
  /** Whether developers' tools can be opened: never in the packed program. */
  readonly hasTools: boolean;
  readonly recent: readonly KnownDaybook[];
  readonly deeds: MenuDeeds;
}

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

const macMenu = (menu: DesktopTexts['menu']): Item => ({
  label: 'Daybook',
  submenu: [
    { role: 'about', label: menu.about },
    line,
    { role: 'services', label: menu.services },
    line,
    { role: 'hide', label: menu.hide },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.unhide },
    line,
    { role: 'quit', label: menu.quit },
  ],
});

/** A name is shown as it is: an `&` in it chooses no letter. */
const asLabel = (name: string): string => name.replaceAll('&', '&&');

const recentMenu = ({ texts, recent, deeds }: MenuDependencies): Item => ({
  label: texts.menu.recent,
  submenu:
    recent.length === 0
      ? [{ label: texts.menu.noneRecent, enabled: false }]
      : recent.map((daybook) => ({
          label: asLabel(daybook.name),
          toolTip: daybook.folder,
          click: () => deeds.open(daybook),
        })),
});

const fileMenu = (dependencies: MenuDependencies, isMac: boolean): Item => {
  const { texts, deeds } = dependencies;
  const { menu } = texts;
  return {
    label: menu.file,
    submenu: [
      { label: menu.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: deeds.newWindow },
      { label: menu.openFolder, accelerator: 'CmdOrCtrl+O', click: deeds.openFolder },
      recentMenu(dependencies),
      line,
      { role: 'close', label: menu.closeWindow },
      ...(isMac ? [] : [line, { role: 'quit', label: menu.quit } as const]),
    ],
  };
};

const editMenu = (menu: DesktopTexts['menu']): Item => ({
  label: menu.edit,
  submenu: [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    line,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ],
});

const viewMenu = (menu: DesktopTexts['menu'], hasTools: boolean): Item => ({
  label: menu.view,
  submenu: [
    { role: 'reload', label: menu.reload },
    line,
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    line,
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(hasTools ? [line, { role: 'toggleDevTools', label: menu.tools } as const] : []),
  ],
});

const windowMenu = (menu: DesktopTexts['menu'], isMac: boolean): Item => ({
  label: menu.window,
  submenu: [
    { role: 'minimize', label: menu.minimize },
    ...(isMac
      ? [{ role: 'zoom', label: menu.zoom } as const, { role: 'front', label: menu.front } as const]
      : []),
  ],
});

/** On macOS no letter chooses an item, so none is marked. */
const withoutLetters = (texts: DesktopTexts): DesktopTexts => {
  const menu = { ...texts.menu };
  for (const key of Object.keys(menu) as (keyof typeof menu)[])
    menu[key] = menu[key].replace(/\(&\w\)|&/u, '');
  return { ...texts, menu };
};

/** The menu of the program. Every item has its words, as those of a role are in English alone. */
export const createMenu = (given: MenuDependencies): Item[] => {
  const isMac = given.platform === 'darwin';
  const texts = isMac ? withoutLetters(given.texts) : given.texts;
  const dependencies = { ...given, texts };
  const { hasTools } = given;
  return [
    ...(isMac ? [macMenu(texts.menu)] : []),
    fileMenu(dependencies, isMac),
    editMenu(texts.menu),
    viewMenu(texts.menu, hasTools),
    windowMenu(texts.menu, isMac),
  ];
};
