import { z } from 'zod';

/** What every question may carry: where to go on, and how many rows to give. The engine sees to both. */
export const paging = {
  after: z.string().max(4000).optional(),
  limit: z.int().min(1).max(10_000).optional(),
};
