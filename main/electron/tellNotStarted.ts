import { app, dialog } from 'electron';
import { chooseLanguage } from '../../shared/languages.ts';
import { textsOf } from './texts/textsOf.ts';

/** Tells whoever has started the program, who sees no window, that there will be none and what to do. */
export const tellNotStarted = (logFile: string): void => {
  const { title, text } = textsOf[chooseLanguage(app.getPreferredSystemLanguages())].notStarted;
  // It may be called before the program is ready, and comes back when the user has read it.
  dialog.showErrorBox(title, `${text}\n\n${logFile}`);
};
