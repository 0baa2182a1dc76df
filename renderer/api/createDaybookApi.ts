import type { QueryClient } from '@tanstack/react-query';
import type {
  CommandInput,
  CommandName,
  CommandResult,
  ViewInput,
  ViewName,
  ViewRow,
} from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Notice } from '../../shared/methods.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Bridge } from './Bridge.ts';
import { createAttemptRunner } from './createAttemptRunner.ts';
import { createCutShort, type CutShort } from './createCutShort.ts';
import { createExports, type Exports } from './createExports.ts';
import { createJobs, type Jobs } from './createJobs.ts';
import { createListeners } from './createListeners.ts';
import { createKeptRows, type KeptRows } from './createKeptRows.ts';
import { createNotedIds } from './createNotedIds.ts';
import { createOtherJobs, type OtherJobs } from './createOtherJobs.ts';
import { newCommandId } from './newCommandId.ts';
import { createRoomWatch } from './createRoomWatch.ts';
import { createRowChanges, type RowsChange } from './createRowChanges.ts';
import { createViewRefresh } from './createViewRefresh.ts';

/** Everything the screens can ask of the program, with the types of each command and view. */
export interface DaybookApi {
  readonly bridge: Bridge;
  /**
   * With the name of a form, trying again is harmless when the outcome was not known: see
   * `createAttemptRunner`.
   */
  readonly execute: <Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
    form?: string,
  ) => Promise<Result<CommandResult<Name>, Refusal>>;
  readonly ask: <Name extends ViewName>(
    view: Name,
    input: ViewInput<Name>,
  ) => Promise<Result<ViewRows<ViewRow<Name>>, Refusal>>;
  /** Rows may have changed; told at most some times a second. */
  readonly onRowsChanged: (listener: (change: RowsChange) => void) => () => void;
  /** Asks again whatever is on the screen: somebody wants to know whether it can be answered now. */
  readonly askAgain: () => void;
  readonly onDaybookChanged: (listener: (change: DaybookChange) => void) => () => void;
  readonly keptRows: Pick<KeptRows, 'find' | 'keepAhead' | 'enter'>;
  readonly jobs: Jobs;
  readonly exports: Exports;
  readonly otherJobs: OtherJobs;
  readonly cutShort: CutShort;
}

/** Another daybook is open than before, or none, or the same anew. Told before anything of it is drawn. */
export interface DaybookChange {
  /** Which was open until now; null where none was. */
  readonly left: string | null;
  readonly entered: string | null;
  /** One was closed for good since any was last open, in whichever window. */
  readonly isClosed: boolean;
}

export const hostKey = ['host'] as const;
export const viewKey = ['view'] as const;

/** Inputs are plain objects, which an interface type alone does not say. */
const asRecord = (input: object): Record<string, unknown> => ({ ...input });

/**
 * Tells when another daybook is open than before, or none, or the same anew, however the window has learned
 * it: by a notice, or by asking again after its connection was lost.
 */
const followDaybook = (queries: QueryClient, changed: (change: DaybookChange) => void): void => {
  let open: string | null | undefined;
  let closings = 0;
  queries.getQueryCache().subscribe(() => {
    const host = queries.getQueryData<HostState>(hostKey);
    if (host === undefined) return;
    const now = host.open?.id ?? null;
    // A program that is started anew counts anew, and has closed none.
    const isClosed = (host.closings ?? 0) > closings;
    if (now !== null) closings = host.closings ?? 0;
    // A window that was cut off meanwhile may never hear that none was open.
    if (open === now && (now === null || !isClosed)) return;
    const left = open;
    open = now;
    if (left !== undefined) changed({ left, entered: now, isClosed });
  });
};

/** Tells of which long work the program knows, whenever it has said so. */
const followJobs = (queries: QueryClient, known: (ids: readonly string[]) => void): void => {
  queries.getQueryCache().subscribe(() => {
    const { jobs = [], ended = [] } = queries.getQueryData<HostState>(hostKey) ?? {};
    known([...jobs, ...ended].map(({ id }) => id));
  });
};

/** Keeps the cached host state and rows true to what the program says. */
const followNotices = (
  bridge: Bridge,
  queries: QueryClient,
  rowsChanged: (change: RowsChange) => void,
): void => {
  const setHost = (state: HostState): void => {
    const before = queries.getQueryData<HostState>(hostKey);
    queries.setQueryData<HostState>(hostKey, state);
    // What changed while the engine was away was told to nobody.
    if (before?.restarts !== state.restarts) rowsChanged({ erased: true });
  };
  const patchOpen = (open: Partial<NonNullable<HostState['open']>>): void => {
    const host = queries.getQueryData<HostState>(hostKey);
    if (host?.open) setHost({ ...host, open: { ...host.open, ...open } });
  };
  const hear = (notice: Notice): void => {
    switch (notice.type) {
      case 'changed':
        rowsChanged(notice);
        return;
      case 'privateIndex':
        patchOpen({ privateIndex: { done: notice.done, total: notice.total } });
        rowsChanged({ erased: false });
        return;
      case 'status':
        void queries.invalidateQueries({ queryKey: hostKey });
        return;
      case 'host':
        setHost(notice.state);
        return;
      case 'jobs': {
        const host = queries.getQueryData<HostState>(hostKey);
        if (host !== undefined) setHost({ ...host, jobs: notice.jobs });
        // One that ended may have changed more, such as when the daybook was last verified.
        void queries.invalidateQueries({ queryKey: hostKey });
        return;
      }
      case 'progress':
    }
  };
  bridge.onNotice(hear);
  bridge.onStatus((status) => {
    // What runs in a program that cannot be reached, if it is there at all, nobody knows.
    if (status === 'down')
      queries.setQueryData<HostState>(hostKey, (host) => host && { ...host, jobs: [] });
    if (status !== 'up') return;
    void queries.invalidateQueries({ queryKey: hostKey });
    // Nor was what happened before the connection came back.
    rowsChanged({ erased: true });
  });
};

/** The typed client over a bridge; it also keeps the cache of answers up to date. */
export const createDaybookApi = (
  bridge: Bridge,
  queries: QueryClient,
  storage: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage,
): DaybookApi => {
  const send = async (
    id: string,
    command: string,
    input: object,
  ): Promise<Result<object, Refusal>> => {
    const reply = await bridge.call('command/execute', { id, command, input: asRecord(input) });
    return reply.ok ? ok(reply.result) : err(reply.error);
  };
  const runAttempt = createAttemptRunner(send, newCommandId);
  const rowChanges = createRowChanges();
  const roomWatch = createRoomWatch(() => rowChanges.happened({ erased: false }));
  const cutShort = createCutShort();
  const begun = createNotedIds(storage, 'daybook.begunJobs');
  const newJobId = (): string => {
    const id = newCommandId();
    begun.note(id);
    return id;
  };
  const jobs = createJobs(bridge, newJobId, cutShort);
  const exports = createExports(bridge, newJobId, cutShort);
  const keptRows = createKeptRows();
  rowChanges.onChange(createViewRefresh(queries, viewKey));
  rowChanges.onChange(keptRows.forget);
  rowChanges.onChange(({ erased }) => {
    if (erased) jobs.forgetRows();
  });
  // A job that ended may have changed what the program says of itself, such as when it last verified.
  jobs.onEnd(() => void queries.invalidateQueries({ queryKey: hostKey }));
  const daybookChanges = createListeners<DaybookChange>();
  let lastOpen: string | null = null;
  followDaybook(queries, (change) => {
    lastOpen = change.left ?? lastOpen;
    if (change.entered !== null && change.entered !== lastOpen) cutShort.forgetLost();
    // Rows of one daybook must not be seen in another, nor after it was locked.
    queries.removeQueries({ queryKey: viewKey });
    keptRows.forgetDaybook();
    jobs.forget();
    exports.forget();
    daybookChanges.tell(change);
  });
  followJobs(queries, (ids) => {
    jobs.find(ids);
    exports.find(ids);
  });
  followNotices(bridge, queries, rowChanges.happened);

  return {
    bridge,
    execute: async <Name extends CommandName>(
      command: Name,
      input: CommandInput<Name>,
      form?: string,
    ) => {
      const reply = await (form === undefined
        ? send(newCommandId(), command, input)
        : runAttempt(form, command, input));
      if (reply.ok) rowChanges.hurry();
      // The contract says what the result of this command is; the engine checked it on its way out.
      return reply as Result<CommandResult<Name>, Refusal>;
    },
    ask: async <Name extends ViewName>(view: Name, input: ViewInput<Name>) => {
      const reply = await bridge.call('view/ask', { view, input: asRecord(input) });
      if (!reply.ok) roomWatch.heard(reply.error);
      // The contract says what the rows of this view are.
      return reply as Result<ViewRows<ViewRow<Name>>, Refusal>;
    },
    onRowsChanged: rowChanges.onChange,
    askAgain: () => rowChanges.happened({ erased: false }),
    onDaybookChanged: daybookChanges.add,
    keptRows,
    jobs,
    exports,
    cutShort,
    otherJobs: createOtherJobs(bridge, [jobs, exports], storage, begun),
  };
};
