import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/kernel/record.ts';
import type { View } from '../../shared/kernel/view.ts';
import { records } from '../../shared/records/registry.ts';
import { views } from '../../shared/views/registry.ts';
import { createDaybookUnderTest, idOf, scratchFolder } from './daybookUnderTest.ts';
import { rowsOf } from './historiesUnderTest.ts';

const engineFolder = import.meta.dirname;
const kernel = path.resolve(engineFolder, '../../shared/kernel');
const zod = fileURLToPath(import.meta.resolve('zod'));

/** A record as docs/adding-a-record.md tells to write it: what Daybook has no idea of. */
const visitFiles: Readonly<Record<string, string>> = {
  'events.ts': `
import { z } from '${zod}';
import { defineEvent, type EventOf } from '${kernel}/event.ts';
import { personIdSchema } from '${kernel}/ids.ts';
import { localDateSchema } from '${kernel}/local-date.ts';
import { linesOfText, requiredText } from '${kernel}/written-text.ts';

export const visitEvents = {
  'visit.noted': defineEvent({
    schema: 1,
    data: z.strictObject({ personId: personIdSchema, on: localDateSchema, minutes: z.int().min(1) }),
    personal: { retention: 'profile', fields: z.strictObject({ note: requiredText(linesOfText(500)) }) },
  }),
};
export type VisitEvent = EventOf<typeof visitEvents>;
`,
  'note.ts': `
import { z } from '${zod}';
import { defineCommand, type DecisionContext } from '${kernel}/command.ts';
import { personIdSchema } from '${kernel}/ids.ts';
import { localDateSchema } from '${kernel}/local-date.ts';
import { onlyEvent } from '${kernel}/only-event.ts';
import { personalPart } from '${kernel}/personal-part.ts';
import { err, ok, type Result } from '${kernel}/result.ts';
import { linesOfText, optionalText } from '${kernel}/written-text.ts';
import type { VisitEvent } from './events.ts';
import type { Visit } from './state.ts';

const inputSchema = z.strictObject({
  personId: personIdSchema,
  on: localDateSchema,
  minutes: z.int().min(1),
  note: optionalText(linesOfText(500)),
});

export const note = defineCommand({
  name: 'visit/note',
  input: inputSchema,
  streamId: (_input, newId) => newId(),
  writes: ['visit.noted'],
  decide: (
    { personId, on, minutes, note }: z.infer<typeof inputSchema>,
    _visit: Visit,
    { subjectStatus, today }: DecisionContext,
  ): Result<readonly VisitEvent[], { readonly type: 'PersonNotFound' | 'NotYet' }> => {
    if (subjectStatus(personId) === 'unknown') return err({ type: 'PersonNotFound' });
    if (on > today) return err({ type: 'NotYet' });
    return ok([{ type: 'visit.noted', data: { personId, on, minutes }, ...personalPart({ note }) } as VisitEvent]);
  },
  output: (events) => ({ visitId: onlyEvent(events).streamId }),
});
`,
  'state.ts': `
import type { PersonId } from '${kernel}/ids.ts';
import type { Evolve } from '${kernel}/record.ts';
import type { VisitEvent } from './events.ts';

export interface Visit {
  readonly personId: PersonId | null;
}
export const noVisit: Visit = { personId: null };
export const evolveVisit: Evolve<Visit, VisitEvent> = {
  'visit.noted': (_visit, { data }) => ({ personId: data.personId }),
};
`,
  'record.ts': `
import { z } from '${zod}';
import { personIdSchema } from '${kernel}/ids.ts';
import { defineRecord } from '${kernel}/record.ts';
import { sql } from '${kernel}/sql.ts';
import { defineTable, insertRow, integer, text } from '${kernel}/table.ts';
import { defineView } from '${kernel}/view.ts';
import { visitEvents } from './events.ts';
import { note } from './note.ts';
import { evolveVisit, noVisit } from './state.ts';

const visitTable = defineTable({
  name: 'visit',
  columns: { visit_id: text, event_id: text, person_id: text, visited_on: text, minutes: integer },
  key: ['visit_id'],
  indexes: [['person_id', 'visited_on']],
});

const ofPerson = defineView({
  name: 'visit/of-person',
  input: z.strictObject({ personId: personIdSchema, after: z.string().optional(), limit: z.int().optional() }),
  query: ({ personId }) => sql\`SELECT * FROM visit WHERE person_id = \${personId}\`,
  order: () => [
    { column: 'visited_on', direction: 'descending' },
    { column: 'visit_id', direction: 'ascending' },
  ],
  pageSize: 10,
  sealedIn: 'event_id',
  row: ({ visited_on, minutes }, _context, part) => ({
    on: visited_on,
    minutes,
    note: part.type === 'opened' ? (part.personal.note ?? null) : null,
  }),
});

export const visit = defineRecord({
  name: 'visit',
  events: visitEvents,
  initialState: noVisit,
  evolve: evolveVisit,
  subject: (_streamId, { personId }) => personId,
  commands: [note],
  upcasts: {},
  projection: {
    version: 1,
    tables: [visitTable],
    on: {
      'visit.noted': ({ streamId, id, data: { personId, on, minutes } }) => [
        insertRow(visitTable, { visit_id: streamId, event_id: id, person_id: personId, visited_on: on, minutes }),
      ],
    },
  },
  views: [ofPerson],
});

/** Across records: who came, by name. */
export const visitors = defineView({
  name: 'visit/visitors',
  input: z.strictObject({}),
  query: () => sql\`
    SELECT named.name, sum(visit.minutes) AS minutes, visit.person_id
    FROM visit LEFT JOIN private.person_index AS named ON named.person_id = visit.person_id
    GROUP BY visit.person_id\`,
  order: () => [{ column: 'person_id', direction: 'ascending' }],
  row: ({ name, minutes }) => ({ name, minutes }),
});
`,
};

const importVisit = async (): Promise<{ visit: AnyRecord; visitors: View }> => {
  const folder = path.join(scratchFolder(), 'visit');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(visitFiles))
    writeFileSync(path.join(folder, name), content);
  return (await import(pathToFileURL(path.join(folder, 'record.ts')).href)) as never;
};

const { visit, visitors } = await importVisit();
const withVisits = { records: [...records, visit], views: [...views, visitors] };
const ann = idOf(1);

const visited = (on: string, minutes: number, note?: string) => ({
  command: 'visit/note',
  input: { personId: ann, on, minutes, ...(note === undefined ? {} : { note }) },
});

const opened = async () => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open(withVisits);
  await open.run('person/register', { personId: ann, details: { name: 'Ann' } });
  return { daybook, open };
};

describe('a record that the engine has never heard of', () => {
  test('takes commands, by its own rules', async () => {
    const { open } = await opened();
    const replies = await open.engine.executeAll([
      visited('2026-11-20', 30, 'Cough'),
      visited('2026-12-24', 30),
      { command: 'visit/note', input: { personId: idOf(9), on: '2026-11-20', minutes: 1 } },
      { command: 'visit/note', input: { personId: ann, on: '2026-02-30', minutes: 0 } },
    ]);
    expect(replies.map((reply) => (reply.ok ? reply.position : reply.error.type))).toEqual([
      2,
      'NotYet',
      'PersonNotFound',
      'InputInvalid',
    ]);
  });

  test('answers questions, its own and those across records', async () => {
    const { open } = await opened();
    await open.engine.executeAll([
      visited('2026-11-20', 30, 'Cough'),
      visited('2026-11-22', 15, 'Better'),
      visited('2026-11-21', 20),
    ]);
    const answer = await open.engine.ask('visit/of-person', { personId: ann, limit: 2 });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        rows: [
          { on: '2026-11-22', minutes: 15, note: 'Better' },
          { on: '2026-11-21', minutes: 20, note: null },
        ],
        next: expect.any(String) as string,
      },
    });
    expect(await open.engine.ask('visit/visitors', {})).toEqual({
      ok: true,
      value: { rows: [{ name: 'Ann', minutes: 65 }], next: null },
    });
    expect((await open.rows('person/history', { personId: ann }))[0]).toMatchObject({
      type: 'visit.noted',
      record: 'visit',
      personal: null,
    });
  });

  test('is rebuilt, verified, opened again and kept idempotent like the others', async () => {
    const { daybook, open } = await opened();
    const id = idOf(1, 0xc);
    const first = await open.engine.execute({ ...visited('2026-11-20', 30, 'Cough'), id });
    await open.status();
    const rows = rowsOf(open.parts, ['person', 'visit']);
    await open.job('rebuild');
    expect(rowsOf(open.parts, ['person', 'visit'])).toBe(rows);
    expect(await open.job('verify')).toMatchObject({ sound: true, events: 2 });
    await open.close();
    const again = await daybook.open(withVisits);
    expect(rowsOf(again.parts, ['person', 'visit'])).toBe(rows);
    expect(await again.engine.execute({ ...visited('2026-11-20', 30), id })).toEqual(first);
  });

  test('forgets with the person', async () => {
    const { open } = await opened();
    await open.engine.execute(visited('2026-11-20', 30, 'Cough'));
    await open.run('person/erase', { personId: ann, ground: 'request', confirm: ann });
    expect(await open.engine.ask('visit/of-person', { personId: ann })).toMatchObject({
      value: { rows: [{ minutes: 30, note: null }] },
    });
    expect(await open.engine.execute(visited('2026-11-21', 5, 'Again'))).toMatchObject({
      error: { type: 'PersonErased' },
    });
    expect(await open.engine.execute(visited('2026-11-21', 5))).toMatchObject({ ok: true });
  });

  test('is kept and counted by a Daybook that does not have it', async () => {
    const { daybook, open } = await opened();
    await open.engine.execute(visited('2026-11-20', 30, 'Cough'));
    await open.close();
    const without = await daybook.open();
    expect((await without.status()).needsNewer).toBe(1);
    await without.close();
    const again = await daybook.open(withVisits);
    expect((await again.status()).needsNewer).toBe(0);
    expect(await again.engine.ask('visit/visitors', {})).toMatchObject({
      value: { rows: [{ minutes: 30 }] },
    });
  });
});

test('the engine names no record', () => {
  const code = readdirSync(engineFolder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !/[.]test[.]ts$|UnderTest[.]ts$/.test(name))
    .filter(({ parentPath }) => !parentPath.endsWith('kills'))
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'))
    .map((text) => text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ''));
  const names = records.flatMap((record: AnyRecord) => [
    ...record.commands.map(({ name }) => name),
    ...Object.keys(record.events as object),
    ...record.projection.tables.map(({ name }) => `FROM ${name}`),
  ]);
  const isNamed = (name: string) => code.some((text) => new RegExp(`${name}\\b`).test(text));
  expect(names.length).toBeGreaterThan(20);
  expect(code.length).toBeGreaterThan(50);
  expect(names.filter(isNamed)).toEqual([]);
});
