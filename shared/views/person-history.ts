import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { defineHistoryView } from '../kernel/view.ts';
import { paging } from './paging.ts';

const dated = z.object({ occurredOn: z.string() });

/** Everything that was ever written about a person, newest first, in whatever record. */
export const personHistory = defineHistoryView({
  name: 'person/history',
  input: z.strictObject({ personId: personIdSchema, ...paging }),
  about: ({ personId }) => personId,
  pageSize: 200,
  row: (event) => ({
    position: event.position,
    eventId: event.id,
    type: event.type,
    record: event.record,
    recordId: event.streamId,
    recordedAt: event.recordedAt,
    occurredOn: (dated.safeParse(event.data).data?.occurredOn ?? null) as LocalDate | null,
    device: event.device,
    actor: event.actor,
    data: event.data,
    /** Null where there was nothing personal, and where nobody can read it. */
    personal: event.personal,
    erased: event.part === 'erased',
    /** There is something personal that only a newer Daybook can read. */
    ...(event.part === 'missing' ? { unreadable: true } : {}),
  }),
});
