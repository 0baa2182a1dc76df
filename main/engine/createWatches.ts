import type { Notice } from '../../shared/methods.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { createDeletionWatch, type DeletionWatch } from './createDeletionWatch.ts';
import type { OpenedParts } from './folder/openParts.ts';

export interface WatchesContext {
  readonly parts: Pick<OpenedParts, 'areDeleted'>;
  /** Takes what is found: from then on the daybook is only read. */
  readonly findings: Finding[];
  readonly notify: (notice: Notice) => void;
}

/** What may become of an open daybook without anybody's doing in it. */
export interface Watches {
  readonly deletion: DeletionWatch;
  readonly stop: () => void;
}

const repeatUnheld = (work: () => void, everyMs: number): (() => void) => {
  // It must not keep the thread from ending.
  const timer = setInterval(work, everyMs).unref();
  return () => clearInterval(timer);
};

/** Begins to watch. */
export const createWatches = ({ parts, findings, notify }: WatchesContext): Watches => {
  const deletion = createDeletionWatch({
    areDeleted: parts.areDeleted,
    onDeleted: () => {
      findings.push({ type: 'FilesDeleted', detail: 'while the daybook was open' });
      notify({ type: 'status', isDeleted: true });
    },
    repeat: repeatUnheld,
  });
  return {
    deletion,
    stop: deletion.stop,
  };
};
