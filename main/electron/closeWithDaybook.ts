import type { BrowserWindow } from 'electron';
import type { DaybookService } from '../ipc/createDaybookService.ts';
import { describeDefect, type HostLog } from '../ipc/HostLog.ts';
import { bringToFront } from './bringToFront.ts';
import type { Dialogs } from './createDialogs.ts';
import { writeWindowPlace } from './windowPlace.ts';

export interface ClosingDependencies {
  readonly service: DaybookService;
  /** Whether the page holds what would be lost with it. */
  readonly holds: () => boolean;
  readonly mayClose: Dialogs['mayClose'];
  readonly placeFile: string;
  readonly log: HostLog;
}

/**
 * Keeps the window until its daybook is closed, and its place for the next one; while long work runs, or
 * something would be lost, it asks first. Gives back whether it is on its way.
 */
export const closeWithDaybook = (
  window: BrowserWindow,
  { service, holds, mayClose, placeFile, log }: ClosingDependencies,
): (() => boolean) => {
  let phase: 'open' | 'asking' | 'closing' = 'open';
  const failed = (thrown: unknown) => log({ event: 'close', defect: describeDefect(thrown) });

  const close = (): void => {
    phase = 'closing';
    writeWindowPlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    window.hide();
    void service
      .close()
      .catch(failed)
      .finally(() => window.destroy());
  };

  const ask = async (lost: Parameters<Dialogs['mayClose']>[0]): Promise<void> => {
    phase = 'asking';
    bringToFront(window);
    if (await mayClose(lost)) close();
    else phase = 'open';
  };

  window.on('close', (event) => {
    event.preventDefault();
    if (phase !== 'open') return;
    const lost = { jobs: service.jobs(), holds: holds() };
    if (lost.jobs.length === 0 && !lost.holds) close();
    else
      void ask(lost).catch((thrown: unknown) => {
        failed(thrown);
        // Long work can be begun again. What was typed cannot, and nobody has been asked.
        if (lost.holds) phase = 'open';
        else close();
      });
  });
  return () => phase === 'closing';
};
