import type { ReadAs } from '../../../shared/imports/reading.ts';
import type { ChosenPlace, HandedFile } from '../../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { DaybookApi } from '../../api/createDaybookApi.ts';
import { createListeners } from '../../api/createListeners.ts';
import type { InspectedFile } from './headerMark.ts';
import type { ImportKind } from './importFields.ts';
import type { MapDraft } from './mapDraft.ts';

/** What the running or ended job of the session is: a check writes nothing. */
export type ImportRunKind = 'check' | 'export' | 'import';

export interface SessionState {
  readonly file: HandedFile | null;
  /** How much of a file has come in that is being handed over. */
  readonly handing: { readonly done: number; readonly total: number } | null;
  /** Why a file was not taken. */
  readonly refusal: Refusal | null;
  /** What somebody has said against what was found out. */
  readonly readAs: ReadAs;
  /** Null: as guessed. */
  readonly kind: ImportKind | null;
  readonly draft: MapDraft | null;
  readonly stage: 'prepare' | 'run';
  readonly run: ImportRunKind | null;
  /** What the file was when that job was begun: its page shows how it stands without asking again. */
  readonly begunWith: InspectedFile | null;
  /** Where the refused rows are being written. */
  readonly place: ChosenPlace | null;
  /** Where they have been written. */
  readonly exported: ChosenPlace | null;
}

const atFirst: SessionState = {
  file: null,
  handing: null,
  refusal: null,
  readAs: {},
  kind: null,
  draft: null,
  stage: 'prepare',
  run: null,
  begunWith: null,
  place: null,
  exported: null,
};

/** One import, from the choice of the file to its report. It goes on while its page is not shown. */
export interface ImportSession {
  readonly state: () => SessionState;
  readonly onChange: (listener: () => void) => () => void;
  readonly change: (changes: Partial<SessionState>) => void;
  readonly hand: (file: File) => Promise<void>;
  /** For what cannot be handed over at all. */
  readonly refuse: (refusal: Refusal) => void;
  readonly stopHanding: () => void;
  /** Puts the file away; what is known of it goes. */
  readonly leave: () => void;
}

const createSession = (api: DaybookApi): ImportSession => {
  const changes = createListeners<null>();
  const { files } = api.bridge;
  let state = atFirst;
  let handing: AbortController | null = null;

  const set = (next: SessionState): void => {
    state = next;
    changes.tell(null);
  };

  const leave = (): void => {
    handing?.abort();
    handing = null;
    if (state.file !== null) files.release(state.file.id);
    set(atFirst);
    api.jobs.dismiss('import');
  };

  // Nothing of a daybook stays in sight in another, nor when it was locked; its files are gone then, too.
  api.onDaybookChanged(() => {
    if (state !== atFirst) leave();
  });

  api.jobs.onEnd(() => {
    const { place } = state;
    const { running, report, refusal } = api.jobs.state('import');
    if (place === null || running) return;
    const told = report ?? refusal?.report;
    const hasRows = told?.kind === 'import' && told.counts.refused > 0;
    if (hasRows) files.deliver(place.id);
    else files.release(place.id);
    set({ ...state, place: null, exported: hasRows ? place : null });
  });

  return {
    state: () => state,
    onChange: changes.add,
    change: (part) => set({ ...state, ...part }),
    refuse: (refusal) => {
      leave();
      set({ ...atFirst, refusal });
    },
    hand: async (file) => {
      leave();
      // Not to be asked for: a pipe, which has no size either, would never end to be taken in.
      if (file.size === 0) {
        set({ ...atFirst, refusal: { type: 'FileEmpty' } });
        return;
      }
      const controller = new AbortController();
      handing = controller;
      const bytes = file.size;
      set({ ...atFirst, handing: { done: 0, total: bytes } });
      const reply = await files.hand(
        file,
        (done, total) => {
          if (handing === controller) set({ ...state, handing: { done, total } });
        },
        controller.signal,
      );
      if (handing !== controller) {
        if (reply.ok) files.release(reply.value.id);
        return;
      }
      handing = null;
      // Whoever writes the file may have cut it since it was chosen; a browser does not always notice.
      if (reply.ok && reply.value.bytes < bytes) {
        files.release(reply.value.id);
        set({ ...atFirst, refusal: { type: 'FileCutOff' } });
        return;
      }
      set(reply.ok ? { ...atFirst, file: reply.value } : { ...atFirst, refusal: reply.error });
    },
    stopHanding: leave,
    leave,
  };
};

const sessions = new WeakMap<DaybookApi, ImportSession>();

/** The session of a window. */
export const sessionOf = (api: DaybookApi): ImportSession => {
  const known = sessions.get(api);
  if (known) return known;
  const session = createSession(api);
  sessions.set(api, session);
  return session;
};
