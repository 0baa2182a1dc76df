import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { defineHistoryView } from '../kernel/view.ts';
import { paging } from './paging.ts';

const details = ['person.registered', 'person.details-corrected'] as const;
const limits = ['credit-account.opened', 'credit-account.limit-changed'] as const;

/** What a history can be asked for by itself. A kind that changes values has the events that first say them. */
const typesOf = {
  details,
  limits,
  entries: ['credit-account.charged', 'credit-account.paid', 'credit-account.entry-reversed'],
  status: [
    'person.registered',
    'person.archived',
    'person.restored',
    'person.erased',
    'credit-account.opened',
    'credit-account.closed',
    'credit-account.reopened',
  ],
  /** All that has an old value and a new one. */
  values: [...details, ...limits],
} as const;

export const historyKinds = [
  'details',
  'limits',
  'entries',
  'status',
  'values',
] as const satisfies readonly (keyof typeof typesOf)[];

const dated = z.object({ occurredOn: z.string() });

/** Everything that was ever written about a person, newest first, in whatever record. */
export const personHistory = defineHistoryView({
  name: 'person/history',
  input: z.strictObject({
    personId: personIdSchema,
    kind: z.enum(historyKinds).optional(),
    ...paging,
  }),
  about: ({ personId }) => personId,
  types: ({ kind }) => (kind === undefined ? undefined : typesOf[kind]),
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
