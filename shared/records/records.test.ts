import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DecisionContext } from '../kernel/command.ts';
import type { AnyEvent, ClearEvent, EventDefinition, OpenedEvent } from '../kernel/event.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { AnyRecord, Example, Upcast } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { asRecorded, eventIdAt, foldRecord, specifiedStream } from '../kernel/specification.ts';
import type { RowChange, Table } from '../kernel/table.ts';
import { records } from './registry.ts';

/** What every registered record promises, whichever it is. */

const lineSchema = z.strictObject({
  type: z.string(),
  schema: z.int().min(1),
  data: z.record(z.string(), z.unknown()),
  personal: z.record(z.string(), z.unknown()).optional(),
});
type Line = z.infer<typeof lineSchema>;

const historyOf = ({ name }: AnyRecord): readonly Line[] =>
  readFileSync(new URL(`./${name}/history.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));

const definitionsOf = (record: AnyRecord) =>
  Object.entries(record.events as Record<string, EventDefinition>);

const upcast = (record: AnyRecord, { type, schema, data, personal }: Line): AnyEvent => {
  const steps = (record.upcasts as Record<string, Record<number, Upcast>>)[type] ?? {};
  const current = (record.events as Record<string, EventDefinition>)[type]?.schema ?? 0;
  const context = { currency: 'USD' };
  let clear: object = data;
  let opened: object | undefined = personal;
  for (let version = schema; version < current; version += 1) {
    const step = steps[version];
    if (step?.data) clear = step.data(clear as Record<string, unknown>, context);
    if (step?.personal && opened)
      opened = step.personal(opened as Record<string, unknown>, context);
  }
  return { type, data: clear, ...(opened ? { personal: opened } : {}) };
};

const expectValid = (record: AnyRecord, event: AnyEvent): void => {
  const definition = (record.events as Record<string, EventDefinition>)[event.type];
  expect(definition?.data.parse(event.data)).toEqual(event.data);
  if (event.personal)
    expect(definition?.personal?.fields.parse(event.personal)).toEqual(event.personal);
};

/** Runs the record's examples one after the other and gives every event that they wrote. */
const eventsOfExamples = async (record: AnyRecord): Promise<readonly AnyEvent[]> => {
  const { examples } = (await import(`./${record.name}/examples.ts`)) as {
    examples: (eventIdAt: (ordinal: number) => string) => readonly Example[];
  };
  const context: DecisionContext<unknown> = {
    streamId: specifiedStream,
    today: '2026-11-30' as LocalDate,
    currency: 'USD',
    subjectStatus: () => 'present',
    facts: undefined,
  };
  const events: AnyEvent[] = [];
  const tried = new Set<string>();
  for (const { command: name, input } of examples(eventIdAt)) {
    const command = record.commands.find((candidate) => candidate.name === name);
    if (!command) throw new Error(`no command ${name}`);
    const parsed = command.input.parse(input) as object;
    const facts = command.consult?.(parsed)?.(() => ({ rows: [], next: null })) as unknown;
    const decision = command.decide(parsed, foldRecord(record, events), {
      ...context,
      facts,
    }) as Result<readonly AnyEvent[], object>;
    if (!decision.ok) throw new Error(`${name}: ${JSON.stringify(decision.error)}`);
    for (const { type } of decision.value) expect(command.writes).toContain(type);
    events.push(...decision.value);
    tried.add(name);
  }
  expect([...tried].toSorted()).toEqual(record.commands.map(({ name }) => name).toSorted());
  return events;
};

type Rows = Map<string, Record<string, unknown>>;

const keyOf = (table: string, key: readonly unknown[]): string => [table, ...key].join(' ');

/** What the engine does with changes, on plain maps. */
const applyChanges = (
  changes: readonly RowChange[],
  tables: readonly Table[],
  rows: Rows,
): void => {
  for (const change of changes) {
    if (change.do === 'insert') {
      const key = tables.find(({ name }) => name === change.table)?.key ?? [];
      const place = keyOf(
        change.table,
        key.map((column) => change.row[column]),
      );
      if (rows.has(place)) throw new Error(`${place} is there already`);
      rows.set(place, { ...change.row });
      continue;
    }
    const place = keyOf(change.table, change.key);
    const row = rows.get(place);
    if (!row) throw new Error(`${place} is not there`);
    if (change.do === 'remove') rows.delete(place);
    else rows.set(place, { ...row, ...change.change(row as never) });
  }
};

const expectColumns = (tables: readonly Table[], rows: Rows): void => {
  for (const [place, row] of rows) {
    const table = tables.find(({ name }) => place.startsWith(`${name} `));
    expect(Object.keys(row).toSorted()).toEqual(Object.keys(table?.columns ?? {}).toSorted());
    for (const [name, { type, nullable }] of Object.entries(table?.columns ?? {})) {
      const value = row[name];
      if (value === null) expect([name, nullable]).toEqual([name, true]);
      else if (type === 'INTEGER')
        expect([name, Number.isSafeInteger(value)]).toEqual([name, true]);
      else expect([name, typeof value]).toEqual([name, 'string']);
    }
  }
};

/** Every text of personal parts, to look for where it must not be. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe.each(records.map((record) => [record.name, record] as const))('%s', (_name, record) => {
  const history = historyOf(record);

  test('names everything after itself', () => {
    for (const [type] of definitionsOf(record)) expect(type).toMatch(`${record.name}.`);
    for (const { name } of record.commands) expect(name).toMatch(`${record.name}/`);
  });

  test('has a fixture for every version of every event', () => {
    const shipped = definitionsOf(record).flatMap(([type, { schema }]) =>
      Array.from({ length: schema }, (_, index) => `${type} ${index + 1}`),
    );
    expect([...new Set(history.map(({ type, schema }) => `${type} ${schema}`))].toSorted()).toEqual(
      shipped.toSorted(),
    );
  });

  test('has a step from every old version to the next, and none beyond', () => {
    for (const [type, { schema }] of definitionsOf(record)) {
      const steps = (record.upcasts as Record<string, object>)[type] ?? {};
      expect(Object.keys(steps)).toEqual(
        Array.from({ length: schema - 1 }, (_, index) => String(index + 1)),
      );
    }
  });

  test('lifts every event ever shipped to a valid current one', () => {
    for (const line of history) expectValid(record, upcast(record, line));
  });

  test('accepts its examples, one at least of each command, and writes valid events', async () => {
    const events = await eventsOfExamples(record);
    for (const event of events) expectValid(record, event);
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(definitionsOf(record).map(([type]) => type)),
    );
  });

  test('has a state that survives a snapshot at every event', async () => {
    const events = await eventsOfExamples(record);
    events.forEach((_, index) => {
      const state = foldRecord(record, events.slice(0, index + 1));
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    });
  });

  test('folds the same events to the same state, and leaves the initial one alone', async () => {
    const before = JSON.stringify(record.initialState);
    const events = await eventsOfExamples(record);
    expect(foldRecord(record, events)).toStrictEqual(foldRecord(record, events));
    expect(JSON.stringify(record.initialState)).toBe(before);
  });

  test('makes rows of the shape of its tables, with nothing personal in them', async () => {
    const events = await eventsOfExamples(record);
    const { tables, on } = record.projection;
    const handlers = on as Record<string, (event: ClearEvent<AnyEvent>) => readonly RowChange[]>;
    const rows: Rows = new Map();
    events.forEach((event, index) => {
      applyChanges(handlers[event.type]?.(asRecorded(index + 1, event)) ?? [], tables, rows);
      expectColumns(tables, rows);
    });
    expect(rows.size).toBeGreaterThan(0);
    const shown = JSON.stringify([...rows.values(), foldRecord(record, events)]);
    for (const text of events
      .flatMap(({ personal }) => textsIn(personal))
      .filter((t) => t.length > 1))
      expect(shown).not.toContain(text);
  });

  test('makes private rows, with and without the keys', async () => {
    const events = await eventsOfExamples(record);
    const { tables, on } = record.privateIndex ?? { tables: [], on: {} };
    const handlers = on as Record<string, (event: OpenedEvent<AnyEvent>) => readonly RowChange[]>;
    for (const isErased of [false, true]) {
      const rows: Rows = new Map();
      events.forEach((event, index) => {
        const personal = isErased ? null : (event.personal ?? null);
        const opened = { ...asRecorded(index + 1, event), personal };
        applyChanges(handlers[event.type]?.(opened) ?? [], tables, rows);
        expectColumns(tables, rows);
      });
    }
  });
});

test('every record has names of its own', () => {
  const names = [
    records.map(({ name }) => name),
    records.flatMap(({ projection }) => projection.tables.map(({ name }) => name)),
  ];
  for (const list of names) expect(new Set(list).size).toBe(list.length);
});
