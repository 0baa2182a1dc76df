import type { Page } from 'playwright-core';
import { languageNames, type Language } from '../../renderer/text/languages.ts';
import { textsOf, type ShownTexts } from './texts.ts';

/** How the window looks and how the daybook is. */
export interface SettingsPage {
  readonly whenShown: () => Promise<void>;
  readonly speak: (language: Language) => Promise<void>;
  readonly theme: (theme: 'system' | 'light' | 'dark') => Promise<void>;
  /** Runs a job to its end; gives what it reports. */
  readonly verify: () => Promise<string>;
  readonly rebuild: () => Promise<string>;
}

export const createSettingsPage = (page: Page, texts: ShownTexts = textsOf.en): SettingsPage => {
  const { settings } = texts;
  const choose = (group: string, name: string): Promise<void> =>
    page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByRole('radio', { name, exact: true })
      .click();
  const run = async (action: string): Promise<string> => {
    const job = page.getByRole('group', { name: action, exact: true });
    await job.getByRole('button', { name: action, exact: true }).click();
    return job.getByRole('note').or(job.getByRole('alert')).innerText();
  };
  return {
    whenShown: () => page.getByRole('heading', { level: 1, name: settings.title }).waitFor(),
    speak: (language) => choose(settings.language, languageNames[language]),
    theme: (theme) => choose(settings.theme, settings.themes[theme]),
    verify: () => run(settings.verify),
    rebuild: () => run(settings.rebuild),
  };
};
