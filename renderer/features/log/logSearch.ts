import { z } from 'zod';
import type { ViewInput } from '../../../shared/contract.ts';
import { LAST_MS } from '../../../shared/views/log-events.ts';
import { isLocalDate } from '../../../shared/kernel/local-date.ts';
import { dayStartsAt } from './dayStartsAt.ts';

const id = z.string().min(1).max(64);
/** Plain texts, so that other screens may link to a day by what they have. */
const day = z.string().refine((text): boolean => isLocalDate(text));
const type = z.string().min(1).max(100);

/**
 * What the address of the log says. What cannot be read is left out. A person is named by an id: browsers
 * write addresses to the disk.
 */
export const logSearchSchema = z.object({
  type: z
    .union([type.transform((only) => [only]), z.array(type).min(1).max(100)])
    .optional()
    .catch(undefined),
  person: id.optional().catch(undefined),
  device: id.optional().catch(undefined),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  order: z.literal('oldest').optional().catch(undefined),
  /** The position of the event that is open. */
  at: z.coerce.number().int().min(1).optional().catch(undefined),
});

export type LogSearch = z.infer<typeof logSearchSchema>;

/** The same without what says nothing, so that one view has one address. */
export const tidyLogSearch = (search: LogSearch): LogSearch =>
  Object.fromEntries(
    Object.entries(search).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

type Filters = Pick<
  ViewInput<'log/events'>,
  'types' | 'personId' | 'device' | 'recordedFrom' | 'recordedBefore'
>;

/** Days before and after the times that an event can have are days without events. */
const clamp = (ms: number): number => Math.min(Math.max(0, ms), LAST_MS);

/** What an address asks of the program. Days are those of this machine, and whole. */
export const filtersOf = ({ type: types, person, device, from, to }: LogSearch): Filters => ({
  ...(types === undefined ? {} : { types }),
  ...(person === undefined ? {} : { personId: person }),
  ...(device === undefined ? {} : { device }),
  ...(from === undefined ? {} : { recordedFrom: clamp(dayStartsAt(from, 0)) }),
  ...(to === undefined ? {} : { recordedBefore: clamp(dayStartsAt(to, 1)) }),
});
