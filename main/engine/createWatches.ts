import type { Notice } from '../../shared/methods.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { createClockWatch, type ClockWatch } from './createClockWatch.ts';
import { createDeletionWatch, type DeletionWatch } from './createDeletionWatch.ts';
import type { World } from './dependencies.ts';
import type { OpenedParts } from './folder/openParts.ts';

export interface WatchesContext {
  readonly parts: Pick<OpenedParts, 'areDeleted' | 'log'>;
  readonly world: World;
  /** Takes what is found: from then on the daybook is only read. */
  readonly findings: Finding[];
  readonly notify: (notice: Notice) => void;
}

/** What may become of an open daybook without anybody's doing in it. */
export interface Watches {
  readonly deletion: DeletionWatch;
  readonly clock: ClockWatch;
  /** Passes on what the engine says, and looks at what may have become of it. */
  readonly notify: (notice: Notice) => void;
  readonly stop: () => void;
}

const CLOCK_EVERY_MS = 60_000;

const repeatUnheld = (work: () => void, everyMs: number): (() => void) => {
  // It must not keep the thread from ending.
  const timer = setInterval(work, everyMs).unref();
  return () => clearInterval(timer);
};

/** Begins to watch. */
export const createWatches = ({ parts, world, findings, notify }: WatchesContext): Watches => {
  const deletion = createDeletionWatch({
    areDeleted: parts.areDeleted,
    onDeleted: () => {
      findings.push({ type: 'FilesDeleted', detail: 'while the daybook was open' });
      notify({ type: 'status', isDeleted: true });
    },
    repeat: repeatUnheld,
  });
  const clock = createClockWatch({
    newest: () => parts.log?.clock() ?? null,
    nowMs: world.nowMs,
    onChange: () => notify({ type: 'status', isDeleted: false }),
  });
  // It passes by itself.
  const stopClock = repeatUnheld(clock.look, CLOCK_EVERY_MS);
  return {
    deletion,
    clock,
    notify: (notice) => {
      notify(notice);
      if (notice.type === 'changed') clock.look();
    },
    stop: () => {
      deletion.stop();
      stopClock();
    },
  };
};
