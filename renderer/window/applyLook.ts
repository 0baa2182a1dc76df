import type { Preferences } from './preferences.ts';

const moreContrast = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)');

/** Puts the chosen look on the page: as one of the themes, or as the system wants it. */
export const applyLook = ({ theme }: Pick<Preferences, 'theme'>): void => {
  const { dataset } = document.documentElement;
  const [wanted, light] = theme.startsWith('contrast-')
    ? ['more', theme.slice('contrast-'.length)]
    : [moreContrast().matches ? 'more' : 'normal', theme];
  dataset['theme'] = light;
  dataset['contrast'] = wanted;
};

/** Told when the system wants another contrast. Gives back what ends it. */
export const onContrastChange = (listener: () => void): (() => void) => {
  const query = moreContrast();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
