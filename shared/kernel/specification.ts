import { expect } from 'vitest';
import type { DecisionContext } from './command.ts';
import type { AnyEvent, ClearEvent } from './event.ts';
import type { DeviceId, EventId, MemberId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { AnyRecord } from './record.ts';
import type { Result } from './result.ts';

/** The stream that every specification is about. */
export const specifiedStream = '01939a5e-0000-7000-8000-00000000aaaa';

/** The id of the event with that place in the specified stream, counted from 1. */
export const eventIdAt = (ordinal: number): EventId =>
  `01939a5e-0000-7000-8000-${ordinal.toString(16).padStart(12, '0')}` as EventId;

/** The event as the log would give it back, personal part left out. */
export const asRecorded = (ordinal: number, { type, data }: AnyEvent): ClearEvent<AnyEvent> => ({
  type,
  data,
  id: eventIdAt(ordinal),
  streamId: specifiedStream,
  ordinal,
  recordedAt: Date.UTC(2026, 10, 23) + ordinal,
  device: eventIdAt(0xd) as string as DeviceId,
  actor: eventIdAt(0xa) as string as MemberId,
});

/** The state of a record after its first events. */
export const foldRecord = (record: AnyRecord, events: readonly AnyEvent[]): unknown =>
  events.reduce<unknown>((state, event, index) => {
    const step = record.evolve[event.type] as (state: unknown, event: object) => unknown;
    return step(state, asRecorded(index + 1, event));
  }, record.initialState);

/** What a decision sees around it when the specification says nothing else. */
const usualContext: DecisionContext<unknown> = {
  streamId: specifiedStream,
  today: '2026-11-30' as LocalDate,
  currency: 'USD',
  subjectStatus: () => 'present',
  facts: undefined,
};

/** What came of a command. */
export interface Outcome {
  /** It was accepted, and wrote exactly these events. */
  readonly thenWrote: (...events: readonly AnyEvent[]) => void;
  /** It was refused by a rule, with exactly this. */
  readonly thenRefused: (refusal: {
    readonly type: string;
    readonly [field: string]: unknown;
  }) => void;
  /** Its input does not fit: `path problem` for each issue, the problem in our word or else in zod's. */
  readonly thenInvalid: (...issues: readonly string[]) => void;
  /** It was accepted, and answered this. */
  readonly thenAnswered: (result: object) => void;
}

export interface Situation {
  /** Changes what the decision sees around it. */
  readonly where: (context: Partial<DecisionContext<unknown>>) => Situation;
  readonly when: (command: string, input: object) => Outcome;
}

type Decision = Result<readonly AnyEvent[], { readonly type: string }>;

const outcomeOf = (
  record: AnyRecord,
  given: readonly AnyEvent[],
  context: DecisionContext<unknown>,
  name: string,
  raw: object,
): Outcome => {
  const command = record.commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`${record.name} has no command ${name}`);
  const input = command.input.safeParse(raw);
  const decide = (): Decision => {
    if (!input.success) throw input.error;
    return command.decide(input.data, foldRecord(record, given), context) as Decision;
  };
  return {
    thenWrote: (...events) => expect(decide()).toStrictEqual({ ok: true, value: events }),
    thenRefused: (error) => expect(decide()).toStrictEqual({ ok: false, error }),
    thenInvalid: (...issues) =>
      expect(
        input.error?.issues.map(
          ({ path, message, code }) =>
            `${path.map(String).join('.')} ${/^\w+$/.test(message) ? message : code}`,
        ),
      ).toEqual(issues),
    thenAnswered: (result) => {
      const decision = decide();
      if (!decision.ok) throw new Error(`refused: ${decision.error.type}`);
      const events = decision.value.map((event, index) =>
        asRecorded(given.length + index + 1, event),
      );
      expect(command.output(events)).toStrictEqual(result);
    },
  };
};

/** Specifies a record by examples: `given(...events).when(command, input).thenWrote(...events)`. */
export const specify = (record: AnyRecord) => ({
  given: (...events: readonly AnyEvent[]): Situation => {
    const situation = (context: DecisionContext<unknown>): Situation => ({
      where: (changes) => situation({ ...context, ...changes }),
      when: (command, input) => outcomeOf(record, events, context, command, input),
    });
    return situation(usualContext);
  },
});
