import type { NoDesktop } from './runDesktop.ts';

const because: Readonly<Record<NoDesktop['type'], string>> = {
  NoDisplay: 'There is no display here',
  ElectronUnreachable: 'Electron, which shows the window, is not here and cannot be fetched now',
  ElectronNotFetched:
    'Electron, which shows the window, could not be fetched ("npx install-electron" says why)',
  ElectronNotStarted: 'Electron, which shows the window, does not start on this machine',
};

/** Why the window is in the browser, in one line. */
export const noDesktopSentence = ({ type }: NoDesktop): string =>
  `${because[type]}, so Daybook runs in your browser.`;
