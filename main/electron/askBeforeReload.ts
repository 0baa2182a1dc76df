import type { BrowserWindow } from 'electron';
import { describeDefect, type HostLog } from '../ipc/HostLog.ts';
import { bringToFront } from './bringToFront.ts';
import type { Dialogs } from './createDialogs.ts';

/**
 * Asks in the place of a page that would keep what it holds, as a browser does by itself; without it
 * Electron would stay and say nothing. A page goes nowhere but to itself, so it is always loaded again.
 */
export const askBeforeReload = (
  window: BrowserWindow,
  mayReload: Dialogs['mayReload'],
  log: HostLog,
): void => {
  const { webContents } = window;
  let phase: 'staying' | 'asking' | 'leaving' = 'staying';

  const ask = async (): Promise<void> => {
    phase = 'asking';
    bringToFront(window);
    const may = await mayReload();
    phase = may ? 'leaving' : 'staying';
    if (may && !window.isDestroyed()) webContents.reload();
  };

  webContents.on('will-prevent-unload', (event) => {
    // Prevented is what the page does: it goes.
    if (phase === 'leaving') event.preventDefault();
    if (phase !== 'staying') return;
    void ask().catch((thrown: unknown) => {
      phase = 'staying';
      log({ event: 'askBeforeReload', defect: describeDefect(thrown) });
    });
  });
  webContents.on('did-finish-load', () => {
    phase = 'staying';
  });
};
