import type { WebPreferences } from 'electron';

/** What a window may do: nothing but show the page and call the few functions of the preload. */
export const createWebPreferences = (preload: string, hasTools: boolean): WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries come from a network, and what is typed is nobody else's business.
  spellcheck: false,
  devTools: hasTools,
});
