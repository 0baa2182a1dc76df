import { z } from 'zod';
import { periodSchema } from './period.ts';

/** What the address of a statement says. What cannot be read is left out. */
export const statementSearchSchema = z.object({
  account: z.string().max(64).optional().catch(undefined),
  from: periodSchema.shape.from.catch(undefined),
  to: periodSchema.shape.to.catch(undefined),
});
