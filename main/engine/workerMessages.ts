import type { Result } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { DaybookLocation, DaybookToReopen, Engine, NewDaybook } from './Engine.ts';

/** First message to the thread: which daybook, and whether it has to be made first. */
export type WorkerStart =
  | { readonly do: 'create'; readonly daybook: NewDaybook }
  | { readonly do: 'open'; readonly location: DaybookLocation | DaybookToReopen };

/** Methods of the engine that cross the thread boundary as they are. */
export type EngineMethod = Exclude<keyof Engine, 'opened' | 'onNotice' | 'ended'>;

export interface WorkerRequest {
  readonly id: number;
  readonly method: EngineMethod;
  readonly params: readonly unknown[];
}

export type WorkerReply =
  /** First message: whether the daybook is open, and how it is. */
  | { readonly started: Result<DaybookStatus, Refusal> }
  | { readonly id: number; readonly value: unknown }
  /** A defect. Its details stay in the thread's own log. */
  | { readonly id: number; readonly incidentId: string }
  | { readonly notice: Notice }
  | { readonly defect: string; readonly incidentId: string };
