import type { Page } from 'playwright-core';
import type { Theme } from '../../renderer/window/preferences.ts';
import { languageNames, type Language } from '../../renderer/text/languages.ts';
import { textsOf, type ShownTexts } from './texts.ts';

export type SettingsSection = 'general' | 'security' | 'storage' | 'aboutTitle';

/** How the window looks and how the daybook is. */
export interface SettingsPage {
  readonly whenShown: () => Promise<void>;
  readonly show: (section: SettingsSection) => Promise<void>;
  /** Chooses one of a group, in the section that is shown. */
  readonly choose: (group: string, name: string) => Promise<void>;
  readonly speak: (language: Language) => Promise<void>;
  readonly theme: (theme: Theme) => Promise<void>;
  readonly changePassphrase: (current: string, next: string) => Promise<void>;
  /** Runs a job to its end; gives what it reports. */
  readonly verify: () => Promise<string>;
  readonly rebuild: () => Promise<string>;
  /** What stands beside a name in the section that is shown. */
  readonly value: (name: string) => Promise<string>;
}

export const createSettingsPage = (page: Page, texts: ShownTexts = textsOf.en): SettingsPage => {
  const { settings, welcome } = texts;
  const show = async (section: SettingsSection): Promise<void> => {
    const link = page
      .getByRole('navigation', { name: settings.sections })
      .getByRole('link', { name: settings[section], exact: true });
    await link.click();
    await link.and(page.locator('[aria-current="page"]')).waitFor();
  };
  const choose = (group: string, name: string): Promise<void> =>
    page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByRole('radio', { name, exact: true })
      .click();
  const run = async (action: string): Promise<string> => {
    await show('storage');
    const job = page.getByRole('group', { name: action, exact: true });
    await job.getByRole('button', { name: action, exact: true }).click();
    return job.getByRole('note').or(job.getByRole('alert')).innerText();
  };
  return {
    whenShown: () => page.getByRole('heading', { level: 1, name: settings.title }).waitFor(),
    show,
    choose,
    speak: async (language) => {
      await show('general');
      await choose(settings.language, languageNames[language]);
    },
    theme: async (theme) => {
      await show('general');
      await choose(settings.theme, settings.themes[theme]);
    },
    changePassphrase: async (current, next) => {
      await show('security');
      const form = page.getByRole('form', { name: settings.changePassphrase });
      const fill = (label: string, text: string): Promise<void> =>
        form.getByLabel(label, { exact: true }).fill(text);
      await fill(settings.currentPassphrase, current);
      await fill(settings.newPassphrase, next);
      await fill(welcome.passphraseAgain, next);
      await form.getByRole('button', { name: settings.changePassphrase }).click();
    },
    verify: () => run(settings.verify),
    rebuild: () => run(settings.rebuild),
    value: (name) =>
      page
        .locator('dt', { hasText: name })
        .locator('xpath=following-sibling::dd')
        .first()
        .innerText(),
  };
};
