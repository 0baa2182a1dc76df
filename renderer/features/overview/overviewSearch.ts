import { z } from 'zod';

/** How many days the activity goes back. */
export const spans = ['30', '90', '365'] as const;
export type Span = (typeof spans)[number];

/** What the address of the overview says. What cannot be read is left out. */
export const overviewSearchSchema = z.object({
  span: z.enum(spans).optional().catch(undefined),
  shape: z.enum(['chart', 'table']).optional().catch(undefined),
});

export type Shape = NonNullable<z.infer<typeof overviewSearchSchema>['shape']>;
