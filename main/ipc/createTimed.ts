import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { HostLog, HostLogEntry } from './HostLog.ts';

/** Runs a piece of work, and writes down how it went. */
export type Timed = <Reply extends Result<unknown, Refusal>>(
  entry: Pick<HostLogEntry, 'event' | 'job'>,
  work: () => Promise<Reply>,
) => Promise<Reply>;

/** Writes down how a piece of work went, and how long it took; never what it was given. */
export const createTimed =
  (log: HostLog, nowMs: () => number): Timed =>
  async (entry, work) => {
    const from = nowMs();
    const reply = await work();
    const ms = nowMs() - from;
    if (reply.ok) log({ ...entry, ms });
    else log({ ...entry, level: 'warning', ms, refusal: reply.error.type });
    return reply;
  };
