import type { RequestFrame } from '../shared/methods.ts';
import type { HostState } from '../shared/protocol/host-state.ts';
import type { JobEnding, RunningJob } from '../shared/protocol/jobs.ts';
import type { App } from './App.ts';

type Kind = RunningJob['kind'];

/** Long work as a window is told of it, as if another window had begun it. */
export interface ToldJobs {
  /** Each that runs, a part of which is done. */
  readonly running?: readonly Kind[];
  readonly ended?: Readonly<Partial<Record<Kind, JobEnding>>>;
  /** As on a desktop, where files and folders are shown where they lie. */
  readonly canShow?: true;
}

/** When all of it has ended. */
const AT = Date.UTC(2026, 10, 24, 9, 41);

const idOf = (kind: Kind): string => `told-${kind}`;

const kinds: readonly Kind[] = ['import', 'export', 'verify', 'rebuild'];

const tellState = (state: HostState, { running = [], ended = {}, canShow }: ToldJobs) => ({
  ...state,
  jobs: running.map((kind) => ({ id: idOf(kind), kind })),
  ended: kinds
    .filter((kind) => ended[kind] !== undefined)
    .map((kind) => ({ id: idOf(kind), kind, at: AT })),
  ...(canShow === undefined ? {} : { canShow }),
});

interface Reply {
  readonly request?: number;
  readonly reply?: { readonly ok: boolean; readonly value?: unknown };
  readonly notice?: { readonly type: string; readonly state?: HostState };
}

const isState = (value: unknown): value is HostState =>
  typeof value === 'object' && value !== null && 'daybooks' in value && 'home' in value;

const retell = (frame: Reply, jobs: ToldJobs): Reply => {
  const { reply, notice } = frame;
  if (isState(reply?.value))
    return { ...frame, reply: { ok: true, value: tellState(reply.value, jobs) } };
  if (isState(notice?.state))
    return { ...frame, notice: { ...notice, state: tellState(notice.state, jobs) } };
  return frame;
};

/**
 * Has a window told of long work that there was none of, so that its screens can be looked at for as long
 * as one likes. The page is loaded anew for it.
 */
export const tellJobs = async ({ page }: App, jobs: ToldJobs): Promise<void> => {
  await page.routeWebSocket(/\/socket$/, (window) => {
    const program = window.connectToServer();
    window.onMessage((text) => {
      const { request, method, input } = JSON.parse(String(text)) as RequestFrame;
      if (method !== 'job/ending') {
        program.send(text);
        return;
      }
      const { id } = input as { readonly id: string };
      const kind = kinds.find((each) => idOf(each) === id);
      const ending = kind === undefined ? null : (jobs.ended?.[kind] ?? null);
      window.send(JSON.stringify({ request, reply: { ok: true, value: ending } }));
    });
    program.onMessage((text) => {
      window.send(JSON.stringify(retell(JSON.parse(String(text)) as Reply, jobs)));
      if (!String(text).includes('"daybooks"')) return;
      for (const kind of jobs.running ?? [])
        window.send(
          JSON.stringify({
            notice: {
              type: 'progress',
              progress: { job: idOf(kind), done: 4200, total: 10_000, remainingMs: 95_000 },
            },
          }),
        );
    });
  });
  // What was on the screen before a reload is not told again.
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
};
