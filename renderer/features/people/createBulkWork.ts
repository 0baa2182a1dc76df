import { createListeners } from '../../api/createListeners.ts';
import { outcomeOf } from '../../api/outcomes.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';

export type Deed = 'archive' | 'restore';

/** Whom it has changed, and the event by which an undo finds that nobody has changed them since. */
export interface Changed {
  readonly personId: string;
  readonly eventId: string;
}

export interface Refused {
  readonly personId: string;
  readonly refusal: Refusal;
}

/** Work on many people, as far as it has come. */
export interface BulkState {
  readonly deed: Deed;
  /** `halted`: it cannot go on until somebody says so; nothing is lost, nothing is done twice. */
  readonly phase: 'running' | 'halted' | 'ended';
  readonly done: number;
  readonly total: number;
  /** Whom it has changed: what an undo changes back. */
  readonly changed: readonly Changed[];
  /** How many were so already. */
  readonly already: number;
  readonly refused: readonly Refused[];
  /** Why it has halted. */
  readonly halt: Refusal | null;
  readonly isCancelled: boolean;
}

/** The ids of the chosen people, some at a time; a refusal where they cannot be read. */
export type Chosen = AsyncIterator<Result<readonly string[], Refusal>, undefined>;

export interface BulkTask {
  readonly deed: Deed;
  readonly total: number;
  readonly chosen: () => Chosen;
  /** Sends the command for one person. Sent again, it must not count twice. */
  readonly send: (personId: string) => Promise<Result<{ readonly eventId: string }, Refusal>>;
}

export interface BulkWork {
  readonly state: () => BulkState | null;
  readonly onChange: (listener: () => void) => () => void;
  readonly start: (task: BulkTask) => void;
  /** Goes on after it has halted, with what was under way. */
  readonly goOn: () => void;
  /** Ends it after what is under way. */
  readonly cancel: () => void;
  /** Takes the report away, and ends what goes on: another daybook is none of its business. */
  readonly forget: () => void;
}

/** So many commands are on the way at once: they share a commit, and cancelling is soon heard. */
const AT_ONCE = 32;

/** What a person who is so already is refused with: no failure of the work. */
const alreadySo: Readonly<Record<Deed, string>> = {
  archive: 'AlreadyArchived',
  restore: 'NotArchived',
};

interface Running {
  readonly task: BulkTask;
  readonly chosen: Chosen;
  /** Read, and not yet done. */
  waiting: readonly string[];
  /** Grows in place: copied for every group, a hundred thousand ids would be copied thousands of times. */
  readonly changed: Changed[];
  isCancelled: boolean;
}

/** Work on many people at once, one such work at a time. It goes on while its screen is not shown. */
export const createBulkWork = (): BulkWork => {
  const changes = createListeners<null>();
  let state: BulkState | null = null;
  let running: Running | null = null;

  const set = (change: Partial<BulkState>): void => {
    if (state === null) return;
    state = { ...state, ...change };
    changes.tell(null);
  };

  /** Sends one group; gives back whom nobody knows anything of yet, and why. */
  const sendGroup = async ({ task }: Running, group: readonly string[]) => {
    const replies = await Promise.all(
      group.map(async (personId) => ({ personId, reply: await task.send(personId) })),
    );
    const changed: Changed[] = [];
    const refused: Refused[] = [];
    const open: Refused[] = [];
    let already = 0;
    for (const { personId, reply } of replies) {
      if (reply.ok) changed.push({ personId, eventId: reply.value.eventId });
      else if (reply.error.type === alreadySo[task.deed]) already += 1;
      else if (outcomeOf(reply.error.type) === 'notWritten')
        refused.push({ personId, refusal: reply.error });
      else open.push({ personId, refusal: reply.error });
    }
    return { changed, refused, already, open };
  };

  const workOn = async (work: Running): Promise<void> => {
    const goesOn = (): boolean => running === work && !work.isCancelled;
    while (goesOn()) {
      if (work.waiting.length === 0) {
        const next = await work.chosen.next();
        if (running !== work) return;
        if (next.done === true) break;
        if (!next.value.ok) return set({ phase: 'halted', halt: next.value.error });
        work.waiting = next.value.value;
        continue;
      }
      const group = work.waiting.slice(0, AT_ONCE);
      const { changed, refused, already, open } = await sendGroup(work, group);
      if (running !== work || state === null) return;
      work.changed.push(...changed);
      work.waiting = [...open.map(({ personId }) => personId), ...work.waiting.slice(group.length)];
      set({
        done: state.done + group.length - open.length,
        refused: [...state.refused, ...refused],
        already: state.already + already,
      });
      const [first] = open;
      if (first !== undefined) return set({ phase: 'halted', halt: first.refusal });
    }
    if (running !== work) return;
    running = null;
    set({ phase: 'ended', halt: null, isCancelled: work.isCancelled });
  };

  return {
    state: () => state,
    onChange: (listener) => changes.add(listener),
    start: (task) => {
      if (running !== null) return;
      running = { task, chosen: task.chosen(), waiting: [], changed: [], isCancelled: false };
      state = {
        deed: task.deed,
        phase: 'running',
        done: 0,
        total: task.total,
        changed: running.changed,
        already: 0,
        refused: [],
        halt: null,
        isCancelled: false,
      };
      changes.tell(null);
      void workOn(running);
    },
    goOn: () => {
      if (running === null || state?.phase !== 'halted') return;
      set({ phase: 'running', halt: null });
      void workOn(running);
    },
    cancel: () => {
      if (running === null) return;
      running.isCancelled = true;
      if (state?.phase === 'halted') void workOn(running);
    },
    forget: () => {
      running = null;
      state = null;
      changes.tell(null);
    },
  };
};
