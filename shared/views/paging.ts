import { z } from 'zod';

/**
 * What every question may carry: where to go on, how many rows to leave out from there, and how many to
 * give. The engine sees to it.
 */
export const paging = {
  after: z.string().max(4000).optional(),
  skip: z.int().min(0).optional(),
  limit: z.int().min(1).max(10_000).optional(),
};
