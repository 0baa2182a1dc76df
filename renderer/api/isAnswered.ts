import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';

/** Whether it is the program that has replied: where the connection was lost, it may be at work still. */
export const isAnswered = (reply: Result<unknown, Refusal>): boolean =>
  reply.ok || reply.error.type !== 'ConnectionLost';
