import type { Notice } from '../../shared/methods.ts';
import type { ExportOrder, ExportReport } from '../../shared/protocol/exporting.ts';
import type { ChosenPlace } from '../../shared/protocol/handed-files.ts';
import type { JobProgress } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Bridge } from './Bridge.ts';
import type { CutShort } from './createCutShort.ts';
import { isAnswered } from './isAnswered.ts';
import { createListeners } from './createListeners.ts';

export interface ExportState {
  /** What the file is called that is being written, or was last. */
  readonly name: string | null;
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly report: ExportReport | null;
  readonly refusal: Refusal | null;
  /** Where the last was written. */
  readonly file: ChosenPlace | null;
}

const idle: ExportState = {
  name: null,
  running: false,
  progress: null,
  report: null,
  refusal: null,
  file: null,
};

/** Exports into files, one at a time. One goes on while its screen is not shown. */
export interface Exports {
  readonly state: () => ExportState;
  /** Whether this window has begun the export of this id, and it is under way. */
  readonly has: (id: string) => boolean;
  /** Whether this window has begun it, and knows how it ended. */
  readonly hasHeard: (id: string) => boolean;
  readonly onChange: (listener: () => void) => () => void;
  /** Gives how it ended; null where the user wanted no file, or another export is going on. */
  readonly run: (order: ExportOrder, name: string) => Promise<ExportState | null>;
  readonly cancel: () => void;
  /** Drops what was reported, since it was about a daybook that is no longer open. */
  readonly forget: () => void;
  /** The program knows of these, among them perhaps one that was lost with the connection. */
  readonly find: (ids: readonly string[]) => void;
}

export const createExports = (bridge: Bridge, newId: () => string, cutShort: CutShort): Exports => {
  const changes = createListeners<null>();
  let state = idle;
  let id: string | null = null;
  const heard = new Set<string>();
  let lost: string | null = null;

  const set = (next: ExportState): void => {
    state = next;
    changes.tell(null);
  };

  bridge.onNotice((notice: Notice) => {
    if (notice.type === 'progress' && notice.progress.job === id)
      set({ ...state, progress: notice.progress });
  });

  /** Writes at a place that the user has chosen, and hands over what came out. */
  const writeAt = async (
    jobId: string,
    order: ExportOrder,
    file: string,
  ): Promise<Pick<ExportState, 'report' | 'refusal'>> => {
    const job = { kind: 'export', export: order, file } as const;
    lost = null;
    const reply = await bridge.call('job/run', { id: jobId, job });
    if (isAnswered(reply)) heard.add(jobId);
    else {
      lost = jobId;
      cutShort.noteLost(job);
    }
    if (reply.ok) cutShort.makeGood(job);
    if (!reply.ok) {
      bridge.files.release(file);
      return { report: null, refusal: reply.error };
    }
    bridge.files.deliver(file);
    return { report: reply.value.kind === 'export' ? reply.value : null, refusal: null };
  };

  return {
    state: () => state,
    has: (asked) => asked === id,
    hasHeard: (asked) => heard.has(asked),
    onChange: (listener) => changes.add(listener),
    run: async (order, name) => {
      if (id !== null) return null;
      const job = newId();
      id = job;
      set({ ...idle, name, running: true });
      const place = await bridge.files.place(name);
      const isStillOurs = (): boolean => id === job;
      if (!isStillOurs()) {
        // The daybook was locked while the user was choosing: nothing will be written there.
        if (place.ok && place.value !== null) bridge.files.release(place.value.id);
        if (place.ok && place.value === null) cutShort.drop('export');
        return null;
      }
      if (!place.ok || place.value === null) {
        id = null;
        set(place.ok ? idle : { ...idle, name, refusal: place.error });
        return place.ok ? null : state;
      }
      const outcome = await writeAt(job, order, place.value.id);
      if (!isStillOurs()) return null;
      id = null;
      set({
        ...idle,
        name: place.value.name,
        file: outcome.report === null ? null : place.value,
        ...outcome,
      });
      return state;
    },
    cancel: () => {
      if (id !== null) void bridge.call('job/cancel', { id });
    },
    forget: () => {
      if (id !== null) cutShort.note('export');
      id = null;
      lost = null;
      set(idle);
    },
    find: (known) => {
      if (lost === null || !known.includes(lost)) return;
      lost = null;
      cutShort.drop('export');
      if (id === null) set(idle);
    },
  };
};
