import type { DecisionContext } from '../kernel/command.ts';
import type { AnyEvent, ClearEvent, OpenedEvent } from '../kernel/event.ts';
import type { DeviceId, EventId, MemberId } from '../kernel/ids.ts';
import type {
  Cells,
  ImportContext,
  ImportDefinition,
  ImportStep,
  RowFault,
  SameAs,
  WrittenEvent,
} from '../kernel/import.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Result } from '../kernel/result.ts';
import type { CreditAccount } from '../records/credit-account/state.ts';
import type { PersonDetails } from '../records/person/details.ts';
import { records } from '../records/registry.ts';

/** What became of a row, as the engine's report counts it. */
export type RowOutcome =
  | { readonly kind: 'added'; readonly differing?: readonly string[] }
  | {
      readonly kind: 'unchanged';
      readonly differing: readonly string[];
      readonly firstLine?: number;
    }
  | { readonly kind: 'refused'; readonly error: RowFault; readonly more?: readonly RowFault[] };

interface Stream {
  readonly record: (typeof records)[number];
  state: unknown;
  readonly events: OpenedEvent<AnyEvent>[];
}

/**
 * A daybook of nothing but decisions and states, for trying imports on: no disk, no rows, no keys.
 * Only the views that imports ask can be asked of it.
 */
export const createBook = (currency = 'USD') => {
  const streams = new Map<string, Stream>();
  /** Commands that rows are known again by, and the event that each has written. */
  const done = new Map<string, WrittenEvent>();
  let ids = 0;
  const newId = (): string =>
    `01939a5e-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;

  const streamsOf = (record: string) =>
    [...streams].filter(([, stream]) => stream.record.name === record);

  const accounts = (): readonly (readonly [string, Exclude<CreditAccount, { status: 'new' }>])[] =>
    streamsOf('credit-account').map(([id, { state }]) => [id, state as never] as const);

  const execute = (name: string, raw: object): Result<string, { readonly type: string }> => {
    const record = records.find(({ commands }) => commands.some((one) => one.name === name));
    const command = record?.commands.find((one) => one.name === name);
    if (!record || !command) throw new Error(`no command ${name}`);
    const input = command.input.parse(raw) as object;
    const streamId = command.streamId(input, newId);
    const stream: Stream = streams.get(streamId) ?? {
      record,
      state: record.initialState,
      events: [],
    };
    const context: DecisionContext = {
      streamId,
      today: '2026-11-30' as LocalDate,
      currency,
      subjectStatus: (person) => (streams.has(person) ? 'present' : 'unknown'),
      facts: undefined,
    };
    const decision = command.decide(input, stream.state, context) as Result<
      readonly AnyEvent[],
      { readonly type: string }
    >;
    if (!decision.ok) return decision;
    for (const event of decision.value) {
      const recorded: ClearEvent<AnyEvent> = {
        type: event.type,
        data: event.data,
        id: newId() as EventId,
        streamId,
        ordinal: stream.events.length + 1,
        recordedAt: 0,
        device: '' as DeviceId,
        actor: '' as MemberId,
      };
      const step = record.evolve[event.type] as (state: unknown, event: object) => unknown;
      stream.state = step(stream.state, recorded);
      stream.events.push({ ...recorded, personal: event.personal ?? null });
    }
    streams.set(streamId, stream);
    return { ok: true, value: streamId };
  };

  const people = () =>
    streamsOf('person').map(([personId, { events }]) => ({
      personId,
      erased: false,
      details: (events[0]?.personal ?? null) as PersonDetails | null,
      accounts: accounts()
        .filter(([, account]) => account.personId === personId)
        .map(([accountId, { status, limit }]) => ({
          accountId,
          closed: status === 'closed',
          limit: { currency, minor: limit },
        })),
    }));

  const byReference = (reference: string) =>
    people().flatMap(({ details, ...person }) =>
      details?.reference === reference ? [{ ...person, details }] : [],
    );

  const entries = () =>
    accounts().flatMap(([accountId, { personId }]) =>
      (streams.get(accountId)?.events ?? []).flatMap(({ id, type, data, personal }) => {
        const kind = { 'credit-account.charged': 'charge', 'credit-account.paid': 'payment' }[type];
        return kind === undefined
          ? []
          : [{ accountId, personId, entryId: id, kind, memo: null, ...data, ...personal }];
      }),
    );

  const rowsOf = (view: string, input: Readonly<Record<string, string>>): readonly object[] => {
    const { reference = '', personId, accountId, entryId } = input;
    switch (view) {
      case 'person/by-reference':
        return byReference(reference);
      case 'person/page':
        return people().filter((row) => row.personId === personId);
      case 'credit-account/entry':
        return entries().filter((row) => row.accountId === accountId && row.entryId === entryId);
      default:
        throw new Error(`no view ${view}`);
    }
  };

  const doneAs = (command: string, { person, text }: SameAs): string =>
    `${command} ${person} ${text}`;

  const context: ImportContext = {
    currency,
    newId,
    ask: (view, input) => ({ rows: rowsOf(view, input as Record<string, string>), next: null }),
    eventById: (eventId) => {
      const entry = entries().find(({ entryId }) => entryId === eventId);
      return entry ? { eventId, recordId: entry.accountId } : null;
    },
    eventOf: (command, sameAs) => done.get(doneAs(command, sameAs)) ?? null,
  };

  const settle = (step: ImportStep, refusedLines: ReadonlySet<number>): RowOutcome => {
    if (step.kind === 'refused') {
      const [error, ...more] = step.faults;
      return { kind: 'refused', error, ...(more.length === 0 ? {} : { more }) };
    }
    if (step.kind === 'unchanged') return step;
    if (step.kind === 'repeats')
      return refusedLines.has(step.firstLine)
        ? { kind: 'refused', error: { type: 'RepeatsRefusedRow' } }
        : { kind: 'unchanged', differing: [], firstLine: step.firstLine };
    const differing = step.differing ?? [];
    let isNew = false;
    for (const { command, input, sameAs } of step.commands) {
      const id = sameAs ? doneAs(command, sameAs) : newId();
      if (done.has(id)) continue;
      const reply = execute(command, input);
      if (!reply.ok) return { kind: 'refused', error: reply.error };
      const eventId = streams.get(reply.value)?.events.at(-1)?.id;
      if (eventId) done.set(id, { eventId, recordId: reply.value });
      isNew = true;
    }
    if (!isNew) return { kind: 'unchanged', differing };
    return { kind: 'added', ...(differing.length === 0 ? {} : { differing }) };
  };

  /** Brings rows in; as in the engine, all are looked at before the first of them is carried out. */
  const bring = (
    definition: ImportDefinition,
    map: object,
    rows: readonly Cells[],
    header: readonly string[] = Object.keys(rows[0] ?? {}),
  ): readonly RowOutcome[] => {
    const run = definition.begin(definition.map.parse(map), header);
    if (!run.ok) throw new Error(JSON.stringify(run.error));
    const { decide } = run.value;
    const refusedLines = new Set<number>();
    // Line 1 is the header.
    return rows
      .map((cells, index) => decide(cells, context, index + 2))
      .map((step, index) => {
        const outcome = settle(step, refusedLines);
        if (outcome.kind === 'refused') refusedLines.add(index + 2);
        return outcome;
      });
  };

  return { execute, bring, accounts, entries, byReference };
};
