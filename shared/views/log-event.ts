import { z } from 'zod';
import { defineLogView } from '../kernel/view.ts';
import { sealOf } from './log-events.ts';
import { logPerson, personNamed } from './log-person.ts';
import { paging } from './paging.ts';

/** One event whole, with its place in the chain of its device; no row where the log has none there. */
export const logEvent = defineLogView({
  name: 'log/event',
  input: z.strictObject({ position: z.int().min(1), ...paging }),
  question: ({ position }) => ({ at: [position] }),
  pageSize: 1,
  about: personNamed,
  row: (event, _context, about) => ({
    position: event.position,
    eventId: event.id,
    type: event.type,
    record: event.record,
    recordId: event.streamId,
    version: event.version,
    recordedAt: event.recordedAt,
    counter: event.counter,
    device: event.device,
    seq: event.seq,
    actor: event.actor,
    command: event.command,
    cause: event.cause,
    person: logPerson(event.subject, about),
    schema: event.schema,
    currentSchema: event.currentSchema,
    data: event.data,
    seal: sealOf(event),
    personal: event.personal,
    chain: event.chain(),
    openFormat: event.inOpenFormat(),
  }),
});
