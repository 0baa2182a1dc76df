import type { Event, WebContents } from 'electron';
import { isOwnPage } from './ownPage.ts';

interface Going {
  readonly url: string;
  readonly isMainFrame: boolean;
}

const stayHome = (event: Event<Going>): void => {
  if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
};

/**
 * Keeps whatever shows pages to the window's own page: it goes nowhere else, opens nothing, and takes
 * nothing in. For every web contents there is, before it shows anything.
 */
export const guardContents = (contents: WebContents): void => {
  contents.on('will-navigate', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};
