import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import { defineLogView, type LogEvent } from '../kernel/view.ts';
import { logPerson, personNamed } from './log-person.ts';
import { paging } from './paging.ts';

export const logOrders = ['newest', 'oldest'] as const;

/**
 * The last instant that the clock of an event can hold: see the log's schema.
 *
 * **Units:** milliseconds since 1970 UTC.
 */
export const LAST_MS = 2 ** 47 - 1;

const instant = z.int().min(0).max(LAST_MS);
const position = z.int().min(1);

/** Positions of a row or two of a screen; more are asked for in several questions. */
const MAX_POSITIONS = 500;

const inputSchema = z.strictObject({
  /** Events at these positions, newest first; filters then say nothing. */
  positions: z.array(position).max(MAX_POSITIONS).optional(),
  types: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
  personId: personIdSchema.optional(),
  device: z.string().min(1).max(64).optional(),
  recordedFrom: instant.optional(),
  recordedBefore: instant.optional(),
  order: z.enum(logOrders).optional(),
  from: position.optional(),
  ...paging,
});

type Seal = Exclude<LogEvent['part'], 'missing'> | 'sealed';

/** Whether somebody can read the personal part, and if not, why: a newer Daybook may read a sealed one. */
export const sealOf = ({ part }: LogEvent): Seal => (part === 'missing' ? 'sealed' : part);

/** Every event of the log, newest first unless asked otherwise. */
export const logEvents = defineLogView({
  name: 'log/events',
  input: inputSchema,
  question: ({ positions, types, personId, device, recordedFrom, recordedBefore, order, from }) =>
    positions === undefined
      ? {
          where: { types, subject: personId, device, recordedFrom, recordedBefore },
          order: order ?? 'newest',
          from,
        }
      : { at: positions },
  pageSize: 200,
  about: personNamed,
  row: (event, _context, about) => ({
    position: event.position,
    eventId: event.id,
    type: event.type,
    record: event.record,
    recordId: event.streamId,
    recordedAt: event.recordedAt,
    device: event.device,
    data: event.data,
    person: logPerson(event.subject, about),
    /** False for what only a newer Daybook can read, and for damage: `data` is empty then. */
    readable: event.currentSchema !== null,
    seal: sealOf(event),
  }),
});
