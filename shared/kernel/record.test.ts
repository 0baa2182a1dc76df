import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from './command.ts';
import { defineEvent, type EventOf } from './event.ts';
import { defineRecord, type Evolve, type Project, type Upcasts } from './record.ts';
import { ok } from './result.ts';
import { defineTable, insertRow, text, updateRow } from './table.ts';

/** What must not compile. A line that compiles after all turns the type check red. */

const events = {
  'lamp.lit': defineEvent({
    schema: 2,
    data: z.strictObject({ lux: z.number() }),
    personal: { retention: 'profile', fields: z.strictObject({ by: z.string() }) },
  }),
  'lamp.put-out': defineEvent({ schema: 1, data: z.strictObject({}) }),
};
type LampEvent = EventOf<typeof events>;

const lamps = defineTable({ name: 'lamp', columns: { lamp_id: text }, key: ['lamp_id'] });

const evolve: Evolve<boolean, LampEvent> = {
  'lamp.lit': () => true,
  'lamp.put-out': () => false,
};
const project: Project<LampEvent> = {
  'lamp.lit': ({ streamId }) => [insertRow(lamps, { lamp_id: streamId })],
  'lamp.put-out': () => [],
};
const lamp = {
  name: 'lamp',
  events,
  initialState: false,
  evolve,
  subject: () => null,
  commands: [],
  upcasts: {},
  projection: { version: 1, tables: [lamps], on: project },
  views: [],
} as const;

test('a whole record compiles', () => expect(defineRecord(lamp).name).toBe('lamp'));

test('a state that forgets an event does not', () => {
  // @ts-expect-error -- `lamp.put-out` is missing
  const partial: Evolve<boolean, LampEvent> = { 'lamp.lit': () => true };
  // @ts-expect-error -- the same within a record
  expect(defineRecord({ ...lamp, evolve: { 'lamp.lit': () => true } }).evolve).not.toBe(partial);
});

test('rows that forget an event do not', () => {
  // @ts-expect-error -- `lamp.put-out` is missing
  const partial: Project<LampEvent> = { 'lamp.lit': () => [] };
  expect(partial).toBeDefined();
});

test('a step from a version of an event that does not exist does not', () => {
  // @ts-expect-error -- there is no such event
  const upcasts: Upcasts<LampEvent> = { 'lamp.broken': { 1: {} } };
  expect(upcasts).toBeDefined();
});

test('a state or a row made of something personal does not', () => {
  const leaking: Evolve<unknown, LampEvent> = {
    // @ts-expect-error -- the personal part is not there
    'lamp.lit': (_state, { personal }) => personal as unknown,
    'lamp.put-out': () => null,
  };
  expect(leaking).toBeDefined();
});

test('a row without a column, or with one too many, does not', () => {
  // @ts-expect-error -- `lamp_id` is missing
  expect(insertRow(lamps, {})).toBeDefined();
  // @ts-expect-error -- there is no `name`
  expect(updateRow(lamps, ['1'], () => ({ name: 'x' }))).toBeDefined();
  // @ts-expect-error -- a key of columns that are not there
  expect(defineTable({ name: 'x', columns: { a: text }, key: ['b'] })).toBeDefined();
});

test('an answer made of what events do not have does not', () => {
  const light = defineCommand({
    name: 'lamp/light',
    input: z.strictObject({}),
    streamId: () => '1',
    writes: ['lamp.lit'],
    decide: () => ok([{ type: 'lamp.lit', data: { lux: 1 } }] as const),
    // @ts-expect-error -- events have no such part
    output: ([event]) => ({ by: event?.personal as unknown }),
  });
  expect(light.name).toBe('lamp/light');
});
