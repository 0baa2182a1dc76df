import { z } from 'zod';

/** What the address of a person's page says. What cannot be read is left out. */
export const personSearchSchema = z.object({
  tab: z.enum(['account', 'details', 'history']).optional().catch(undefined),
  account: z.string().max(64).optional().catch(undefined),
  /** What the history is about; everything where it says nothing. */
  kind: z.enum(['details', 'limits', 'entries', 'status']).optional().catch(undefined),
  /** The entry that is marked. */
  entry: z.string().max(64).optional().catch(undefined),
  /** The figure whose making is shown: of the marked entry, or of now. */
  explain: z.enum(['balance', 'available']).optional().catch(undefined),
});

export type PersonSearch = z.infer<typeof personSearchSchema>;
