import { realpathSync } from 'node:fs';
import path from 'node:path';
import { err, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine } from '../engine/Engine.ts';
import type { EngineStarter } from '../ipc/createEngineStarter.ts';

/** Which window has which daybook, so that two windows never want the same one. */
export interface OpenDaybooks<Window> {
  /** The window that has the daybook of a folder, whatever name leads there. */
  readonly windowWith: (folder: string) => Window | null;
  /** The engines for one window: what another window has is shown there instead of opened twice. */
  readonly enginesFor: (window: Window) => Omit<EngineStarter, 'prepare'>;
}

/** The daybook is open in another window, which was brought to the front. */
export interface OpenInAnotherWindow extends Refusal {
  readonly type: 'OpenInAnotherWindow';
}

const trueFolder = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
};

/** `show` brings a window to the front. */
export const createOpenDaybooks = <Window>(
  engines: EngineStarter,
  show: (window: Window) => void,
): OpenDaybooks<Window> => {
  const windows = new Map<string, Window>();

  /** Holds the folder from before the opening, so that a second window cannot come in between. */
  const hold = async (
    folder: string,
    window: Window,
    start: () => Promise<Result<Engine, Refusal>>,
  ): Promise<Result<Engine, Refusal>> => {
    let held = trueFolder(folder);
    windows.set(held, window);
    const release = (): void => void windows.delete(held);
    try {
      const started = await start();
      if (!started.ok) {
        release();
        return started;
      }
      // What was made by it had no true name before.
      release();
      held = trueFolder(folder);
      windows.set(held, window);
      void started.value.ended.then(release);
      return started;
    } catch (thrown) {
      release();
      throw thrown;
    }
  };

  /** Brings another window that has the daybook to the front, and says so; null where none has it. */
  const showElsewhere = (folder: string, window: Window): OpenInAnotherWindow | null => {
    const other = windows.get(trueFolder(folder));
    if (other === undefined || other === window) return null;
    show(other);
    return { type: 'OpenInAnotherWindow' };
  };

  return {
    windowWith: (folder) => windows.get(trueFolder(folder)) ?? null,
    enginesFor: (window) => ({
      createDaybook: (daybook) =>
        hold(daybook.folder, window, () => engines.createDaybook(daybook)),
      openDaybook: async (location) => {
        const refused = showElsewhere(location.folder, window);
        return refused === null
          ? hold(location.folder, window, () => engines.openDaybook(location))
          : err(refused);
      },
    }),
  };
};
