import { dialog, type BrowserWindow } from 'electron';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import type { DesktopTexts } from './texts/en.ts';

export interface LostByClosing {
  /** Long work that would be stopped. */
  readonly jobs: readonly RunningJob[];
  /** Whether the page holds something that is not written. */
  readonly holds: boolean;
}

/** The system's own dialogs, over one window. */
export interface Dialogs {
  /** A folder that the user has chosen, or null. */
  readonly chooseFolder: () => Promise<string | null>;
  /** A place for a file that the user has chosen, or null. The dialog asks before one is written over. */
  readonly choosePlace: (name: string) => Promise<string | null>;
  /** Asks whether this may be lost, as the window itself asks before it closes a daybook. */
  readonly mayClose: (lost: LostByClosing) => Promise<boolean>;
  /** Asks whether what the page holds may be lost with it. */
  readonly mayReload: () => Promise<boolean>;
}

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly go: string;
  readonly isLoss: boolean;
}

/** `texts` is asked each time, as the language may have changed. */
export const createDialogs = (window: BrowserWindow, texts: () => DesktopTexts): Dialogs => {
  const choosePlace = async (name: string): Promise<string | null> => {
    const { save, saveButton } = texts().dialog;
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: save,
      buttonLabel: saveButton,
      defaultPath: name,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || filePath === '' ? null : filePath;
  };

  const ask = async ({ message, detail, go, isLoss }: Question): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message,
      detail,
      buttons: [go, texts().stopping.stay],
      // What cannot be typed again is not to be lost by a quick Enter.
      defaultId: isLoss ? 1 : 0,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };

  return {
    choosePlace,
    chooseFolder: async () => {
      const { openFolder, openFolderButton } = texts().dialog;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: openFolder,
        buttonLabel: openFolderButton,
        properties: ['openDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    mayClose: ({ jobs, holds }) => {
      const { stopping, unsaved } = texts();
      const stopped = [...new Set(jobs.map(({ kind }) => stopping.kinds[kind]))];
      return ask({
        message: stopping.title.close,
        detail: [...(holds ? [unsaved.close] : []), ...stopped].join('\n'),
        go: stopping.go.close,
        isLoss: holds,
      });
    },
    mayReload: () => {
      const { title, reload, go } = texts().unsaved;
      return ask({ message: title, detail: reload, go, isLoss: true });
    },
  };
};
