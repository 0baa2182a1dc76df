import { z } from 'zod';
import type { Refusal } from './refusal.ts';

/** Any JSON object; what must be in it is checked by the command or view it is for. */
export const inputSchema: z.ZodType<object, object> = z.record(z.string(), z.unknown());

/** One command as it comes from outside. Without an `id` it gets a new one and cannot be repeated safely. */
export const commandEnvelopeSchema = z.strictObject({
  id: z.string().max(64).optional(),
  command: z.string().max(100),
  input: inputSchema,
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;

export type CommandReply =
  | { readonly ok: true; readonly id: string; readonly position: number; readonly result: object }
  | { readonly ok: false; readonly id: string | null; readonly error: Refusal };
