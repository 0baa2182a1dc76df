import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api/ApiContext.ts';
import { languageNames, languages } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { keysOf, shortcutKeys, type ShortcutName } from '../../ui/shortcutKeys.ts';
import { boundShortcuts } from '../../ui/useShortcuts.ts';
import { themes } from '../../window/preferences.ts';
import { usePreferences } from '../../window/PreferencesProvider.tsx';
import { places } from '../places.ts';

/** Something that the palette can do. */
export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

const sections = [
  ['general', '/settings/general'],
  ['security', '/settings/security'],
  ['storage', '/settings/storage'],
  ['aboutTitle', '/settings/about'],
] as const;

/** What has a key on the screen below, but for the palette itself. */
const useActionsHere = (): readonly PaletteAction[] => {
  const { t } = useText();
  // As it was when the palette was opened.
  const [bound] = useState(boundShortcuts);
  return (Object.keys(shortcutKeys) as ShortcutName[]).flatMap((name) => {
    const run = bound[shortcutKeys[name].keys];
    return run === undefined || name === 'palette'
      ? []
      : [{ id: `key/${name}`, label: t(`keys.${name}`), keys: keysOf(name), run }];
  });
};

/** The screens, and the sections of the settings. */
const useScreens = (): readonly PaletteAction[] => {
  const { t } = useText();
  const navigate = useNavigate();
  return [
    ...places.map(({ to, text }) => ({
      id: to,
      label: t(text),
      run: () => void navigate({ to }),
    })),
    ...sections.map(([name, to]) => ({
      id: to,
      label: `${t('settings.title')}: ${t(`settings.${name}`)}`,
      run: () => void navigate({ to }),
    })),
  ];
};

/** What can be done from everywhere. */
const useOtherActions = (): readonly PaletteAction[] => {
  const { t } = useText();
  const { jobs } = useApi();
  const { change } = usePreferences();
  const navigate = useNavigate();
  const startJob = (kind: 'verify' | 'rebuild'): void => {
    void jobs.run({ kind });
    // Where its progress is shown, and what ends it.
    void navigate({ to: '/settings/storage' });
  };
  return [
    { id: 'verify', label: t('settings.verify'), run: () => startJob('verify') },
    { id: 'rebuild', label: t('settings.rebuild'), run: () => startJob('rebuild') },
    {
      id: 'passphrase',
      label: t('settings.changePassphrase'),
      run: () => void navigate({ to: '/settings/security' }),
    },
    {
      id: 'import',
      label: t('palette.import'),
      run: () => void navigate({ to: '/exchange' }),
    },
    {
      id: 'export',
      label: t('palette.export'),
      run: () => void navigate({ to: '/exchange' }),
    },
    ...themes.map((theme) => ({
      id: `theme/${theme}`,
      label: t('palette.theme', { name: t(`settings.themes.${theme}`) }),
      run: () => change({ theme }),
    })),
    ...languages.map((language) => ({
      id: `language/${language}`,
      label: t('palette.language', { name: languageNames[language] }),
      run: () => change({ language }),
    })),
  ];
};

/** Everything that the palette can do, by its groups. */
export const usePaletteActions = () => ({
  here: useActionsHere(),
  go: useScreens(),
  actions: useOtherActions(),
});
