import type { DecisionContext } from '../../../shared/kernel/command.ts';
import type { AnyEvent, ClearEvent } from '../../../shared/kernel/event.ts';
import type { CommandId, DeviceId, EventId, MemberId } from '../../../shared/kernel/ids.ts';
import { streamIsAt } from '../../../shared/kernel/precondition.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { streamIdOf, streamName, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventToAppend, StreamAppend } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { CommandToRun } from './parseCommand.ts';
import { encode, sealEvent } from './sealEvents.ts';
import { evolve, type StateCache, type StreamState } from './StateCache.ts';

/** An accepted command that waits for the group's commit. */
export interface Accepted {
  readonly command: CommandToRun;
  /** How many events it wrote. */
  readonly events: number;
  /** Index of its last event among all events of the group. */
  readonly lastEvent: number;
}

export interface GroupContext {
  readonly catalog: EventCatalog;
  readonly keys: KeyStore;
  readonly cache: StateCache;
  readonly daybook: { readonly id: Parameters<typeof sealEvent>[4]; readonly currency: string };
  readonly device: DeviceId;
  readonly actor: MemberId;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly decisionContext: (
    streamId: string,
    facts: unknown,
    isPending: (stream: string) => boolean,
  ) => DecisionContext<unknown>;
}

/**
 * Commands that are decided one after the other, each on the outcome of those before, and written by
 * one commit.
 */
export interface CommandGroup {
  /** **Errors:** the command's own refusals, and `PersonErased`. */
  readonly decide: (command: CommandToRun, facts: unknown) => Result<null, Refusal>;
  readonly accepted: () => readonly Accepted[];
  readonly appends: () => readonly StreamAppend[];
  /** The clear part of every event of the group, in log order. */
  readonly events: () => readonly ClearEvent<AnyEvent>[];
  /** True when a command with this id has been accepted in this group. */
  readonly has: (id: CommandId) => boolean;
  /** True when a person is erased in it: nothing may be decided after that before it has been done. */
  readonly erases: () => boolean;
  /** The streams that it writes, with their records. */
  readonly streams: () => ReadonlyMap<string, AnyRecord>;
}

/** What the group has decided for one stream so far. */
interface PendingStream {
  readonly record: AnyRecord;
  /** The stream's version in the log. */
  readonly base: number;
  readonly events: ClearEvent<AnyEvent>[];
}

/** Begins an empty group. */
export const createCommandGroup = (context: GroupContext): CommandGroup => {
  const { catalog, keys, cache, daybook } = context;
  const appends: StreamAppend[] = [];
  const written: ClearEvent<AnyEvent>[] = [];
  const accepted: Accepted[] = [];
  const ids = new Set<string>();
  const pending = new Map<string, PendingStream>();
  let erases = false;

  /** The state after what this group has decided so far, even when the cache has had to let it go. */
  const loadState = (record: AnyRecord, stream: string): StreamState => {
    const { state, version } = cache.load(record, stream);
    const { base, events } = pending.get(stream) ?? { base: version, events: [] };
    const missing = events.slice(version - base);
    if (missing.length === 0) return { state, version };
    const after = {
      state: missing.reduce<unknown>((current, event) => evolve(record, current, event), state),
      version: version + missing.length,
    };
    // The state that the cache had may have been changed in place: it must not be used again.
    cache.put(stream, after);
    return after;
  };

  const prepare = (
    command: CommandToRun,
    stream: string,
    before: StreamState,
    decided: readonly AnyEvent[],
  ): Result<
    { events: ClearEvent<AnyEvent>[]; toAppend: EventToAppend[]; after: StreamState },
    Refusal
  > => {
    const { record } = command;
    const events: ClearEvent<AnyEvent>[] = [];
    const toAppend: EventToAppend[] = [];
    let { state, version } = before;
    for (const event of decided) {
      const kind = catalog.kind(event.type);
      if (!kind || !command.definition.writes.includes(event.type))
        throw new Error(`${command.definition.name} does not write ${event.type}`);
      version += 1;
      const id = context.newId() as EventId;
      // Written down before anybody may change it; states and rows are made of what was written.
      const data = kind.definition.data.parse(event.data);
      const bytes = encode(data);
      const clear: ClearEvent<AnyEvent> = {
        type: event.type,
        data,
        id,
        streamId: streamIdOf(stream),
        ordinal: version,
        recordedAt: context.nowMs(),
        device: context.device,
        actor: context.actor,
      };
      state = evolve(record, state, clear);
      const subject = record.subject(clear.streamId, state);
      const sealed = sealEvent(
        { event, data: bytes, kind, id, stream, subject },
        command.id,
        context.actor,
        keys,
        daybook.id,
      );
      if (!sealed.ok) return sealed;
      events.push(clear);
      toAppend.push(sealed.value);
    }
    return ok({ events, toAppend, after: { state, version } });
  };

  const add = (
    command: CommandToRun,
    stream: string,
    before: StreamState,
    events: readonly ClearEvent<AnyEvent>[],
    toAppend: readonly EventToAppend[],
  ): void => {
    appends.push({ stream, precondition: streamIsAt(before.version), events: toAppend });
    const known = pending.get(stream);
    if (known) known.events.push(...events);
    else pending.set(stream, { record: command.record, base: before.version, events: [...events] });
    ids.add(command.id);
    erases ||= events.some(({ type }) => catalog.kind(type)?.definition.erasesSubject === true);
    written.push(...events);
    accepted.push({ command, events: events.length, lastEvent: written.length - 1 });
  };

  /** Where it fails half-way the state may have been changed in place: it is folded again when it is asked for. */
  const decide = (command: CommandToRun, stream: string, facts: unknown): Result<null, Refusal> => {
    const { record, definition } = command;
    const before = loadState(record, stream);
    const decision = definition.decide(
      command.input,
      before.state,
      context.decisionContext(command.streamId, facts, (name) => pending.has(name)),
    );
    if (!decision.ok) return err(decision.error as Refusal);
    const decided = decision.value as readonly AnyEvent[];
    if (decided.length === 0) throw new Error(`${definition.name} was accepted without an event`);
    const prepared = prepare(command, stream, before, decided);
    if (!prepared.ok) {
      cache.drop(stream);
      return prepared;
    }
    const { events, toAppend, after } = prepared.value;
    cache.put(stream, after);
    add(command, stream, before, events, toAppend);
    return ok(null);
  };

  return {
    decide: (command, facts) => {
      const stream = streamName(command.record, command.streamId);
      try {
        return decide(command, stream, facts);
      } catch (cause) {
        cache.drop(stream);
        throw cause;
      }
    },
    accepted: () => accepted,
    appends: () => appends,
    events: () => written,
    has: (id) => ids.has(id),
    erases: () => erases,
    streams: () => new Map([...pending].map(([stream, { record }]) => [stream, record])),
  };
};
