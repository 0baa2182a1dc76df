import { stoppingTexts } from '../../../shared/stopping-texts.ts';

/** What the desktop's menu and its dialogs say in English. The other languages have the same keys. */
export const en = {
  menu: {
    file: '&File',
    newWindow: 'New &Window',
    openFolder: '&Open Folder…',
    recent: 'Open &Recent',
    noneRecent: 'No Daybooks Yet',
    closeWindow: '&Close Window',
    quit: '&Quit Daybook',
    edit: '&Edit',
    undo: '&Undo',
    redo: '&Redo',
    cut: 'Cu&t',
    copy: '&Copy',
    paste: '&Paste',
    selectAll: 'Select &All',
    view: '&View',
    reload: '&Reload',
    actualSize: '&Actual Size',
    zoomIn: 'Zoom &In',
    zoomOut: 'Zoom &Out',
    fullScreen: '&Full Screen',
    tools: '&Developer Tools',
    window: '&Window',
    minimize: '&Minimize',
    zoom: '&Zoom',
    front: 'Bring All to &Front',
    about: 'About Daybook',
    services: 'Services',
    hide: 'Hide Daybook',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
  },
  dialog: {
    openFolder: 'Choose the folder of a daybook',
    openFolderButton: 'Choose',
    save: 'Save as',
    saveButton: 'Save',
  },
  notStarted: {
    title: 'Daybook cannot start',
    text: 'Your daybooks are as they were. Start Daybook again; if that does not help, install it anew. What was in the way stands in this file:',
  },
  unsaved: {
    title: 'Load the page again?',
    close: 'Something typed or begun here is not saved yet. It is lost when the window closes.',
    reload:
      'Something typed or begun here is not saved yet. It is lost when the page is loaded again.',
    go: 'Load again',
  },
  stopping: stoppingTexts.en,
} as const;

type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>;
};

export type DesktopTexts = Translated<typeof en>;
