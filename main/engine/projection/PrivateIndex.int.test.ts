import { beforeAll, describe, expect, test } from 'vitest';
import type { CommandReply } from '../../../shared/protocol/envelopes.ts';
import { records } from '../../../shared/records/registry.ts';
import { createEngine } from '../createEngine.ts';
import {
  createDaybookUnderTest,
  idOf,
  wordsFor,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../daybookUnderTest.ts';
import { appendRaw } from '../rawEventsUnderTest.ts';
import { decode } from '../eventlog/decode.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import { StorageFailed, StorageFull } from '../sqlite/storage-errors.ts';
import { createPrivateIndex } from './PrivateIndex.ts';

const PEOPLE = 6000;
/** Every other id, so that there is room between them. */
const personOf = (number: number): string => idOf(number * 2);

let many: DaybookUnderTest;
beforeAll(async () => {
  many = await createDaybookUnderTest();
  const open = await many.open();
  const numbers = Array.from({ length: PEOPLE }, (_, index) => index);
  await open.engine.executeAll(
    numbers.map((number) => ({
      command: 'person/register',
      input: {
        personId: personOf(number),
        details: { name: `Person ${number}`, reference: `R-${number}` },
      },
    })),
  );
  await open.close();
});

/** The id after that of a person: ids of people are even. */
const nextOf = (id: string): string =>
  id.slice(0, -1) + (Number.parseInt(id.slice(-1), 16) + 1).toString(16);

const indexOf = ({ state }: OpenedParts): string =>
  JSON.stringify(state.read('SELECT * FROM private.person_index').all(), null, 1);

const correct = (personId: string, name: string) => ({
  command: 'person/correct-details',
  input: { personId, changes: { name } },
});

/** Opens it without waiting, with a clock that cuts the filling into many slices. */
const filling = async (daybook: DaybookUnderTest): Promise<OpenDaybook> => {
  const parts = await daybook.openParts();
  daybook.world.eachLookTakes(5);
  const engine = createEngine(parts, daybook.options());
  return wordsFor(engine, parts, []);
};

describe('the private index', () => {
  test('fills while commands go on, and comes out as if they had come before', async () => {
    const daybook = many.copy();
    const open = await filling(daybook);
    const progress = async () => (await open.status()).privateIndex;
    // Nobody has counted yet; that there is more to come is known.
    expect(open.engine.opened.privateIndex).toEqual({ done: 0, total: 1 });
    while ((await progress()).total !== PEOPLE) await new Promise(setImmediate);
    expect((await progress()).done).toBeLessThan(PEOPLE);
    let slices = 0;
    const isFull = { yet: false };
    const indexed = open.engine.whenIndexed().then(() => {
      isFull.yet = true;
      return null;
    });
    const replies: Promise<readonly CommandReply[]>[] = [];
    while (!isFull.yet) {
      // Near the beginning, near the end, and wherever the filling may be just now.
      const here = (slices * 450) % PEOPLE;
      replies.push(
        open.engine.executeAll([
          correct(personOf(here), `Here ${slices}`),
          correct(personOf(slices), `Begin ${slices}`),
          correct(personOf(PEOPLE - 1 - slices), `End ${slices}`),
          {
            command: 'person/register',
            input: { personId: idOf(here * 2 + 1), details: { name: `New ${slices}` } },
          },
          { command: 'person/archive', input: { personId: personOf(here + 1) } },
        ]),
      );
      slices += 1;
      await new Promise(setImmediate);
    }
    await indexed;
    expect((await Promise.all(replies)).flat().filter(({ ok }) => !ok)).toEqual([]);
    expect(slices).toBeGreaterThan(2);
    expect((await open.status()).poison).toEqual([]);
    const index = indexOf(open.parts);
    expect(index).toContain('New 0');
    await open.close();
    const again = await daybook.open();
    expect(indexOf(again.parts) === index).toBe(true);
  });

  test('takes in what comes just before the place that it has been read to', async () => {
    const daybook = many.copy();
    const parts = await daybook.openParts();
    const { reader: log, state, keys } = parts;
    const catalog = createEventCatalog(records);
    const index = createPrivateIndex({
      log,
      state,
      catalog,
      keys,
      elapsedMs: daybook.world.elapsedMs,
      reportDamage: (position, reason) => expect([position, reason]).toEqual([]),
    });
    daybook.world.eachLookTakes(5);
    const came: string[] = [];
    while (index.step(8) === 'more') {
      const { done, total } = index.progress();
      if (done === total) continue;
      // The stream after this one has been read and waits for its next event.
      const [last] = state
        .read<{ id: string }>('SELECT max(person_id) AS id FROM private.person_index')
        .all();
      const id = nextOf(last?.id ?? '');
      const stored = appendRaw(parts, {
        stream: `person-${id}`,
        type: 'person.registered',
        schema: 2,
        data: {},
        personal: { name: `Between ${came.length}` },
        subject: id,
      });
      index.apply([{ stored, decoded: decode(stored, 1, catalog, 'USD') }]);
      came.push(id);
    }
    expect(came.length).toBeGreaterThan(3);
    for (const id of came)
      expect(
        state.read('SELECT name FROM private.person_index WHERE person_id = ?').all(id),
      ).toHaveLength(1);
    expect(state.read('SELECT count(*) AS n FROM private.person_index').all()).toEqual([
      { n: PEOPLE + came.length },
    ]);
  });

  test.each([
    ['is waited for by an erasure on typing the reference', `R-${PEOPLE - 1}`, true],
    ['is not waited for by one on typing the id', personOf(PEOPLE - 1), false],
  ])('%s, and nothing is left in it', async (_how, confirm, isFull) => {
    const daybook = many.copy();
    const open = await filling(daybook);
    const personId = personOf(PEOPLE - 1);
    const [, erased] = await open.engine.executeAll([
      correct(personId, 'Gone soon'),
      { command: 'person/erase', input: { personId, ground: 'request', confirm } },
    ]);
    expect(erased).toMatchObject({ ok: true });
    const { done, total } = (await open.status()).privateIndex;
    expect(done === total).toBe(isFull);
    await open.engine.whenIndexed();
    expect(indexOf(open.parts)).not.toContain('Gone soon');
    expect(await open.rows('person/list', { search: 'gone' })).toEqual([]);
  });

  test('tells how far it is', async () => {
    const open = await filling(many.copy());
    const told: number[] = [];
    open.engine.onNotice((notice) => {
      if (notice.type === 'privateIndex') told.push(notice.done);
    });
    await open.engine.whenIndexed();
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(PEOPLE);
  });

  test('makes up for a time in which it could not be written', async () => {
    const daybook = await createDaybookUnderTest();
    let fails = false;
    const open = await daybook.open({
      parts: (parts) => ({
        ...parts,
        state: {
          ...parts.state,
          write: (text) => ({
            run: (...values) => {
              if (fails && text.includes('private.'))
                throw new StorageFull('SQLITE_FULL', 'no room', null);
              return parts.state.write(text).run(...values);
            },
          }),
        },
      }),
    });
    await open.run('person/register', { personId: idOf(1), details: { name: 'Ann' } });
    fails = true;
    await open.run('person/register', { personId: idOf(2), details: { name: 'Bea' } });
    await open.run('person/correct-details', { personId: idOf(1), changes: { name: 'Anna' } });
    fails = false;
    await open.run('person/register', { personId: idOf(3), details: { name: 'Cem' } });
    expect((await open.rows('person/list', {})).map(({ name }) => name)).toEqual([
      'Anna',
      'Bea',
      'Cem',
    ]);
  });

  test('that cannot be filled keeps from erasing by reference, and from nothing else, until it can', async () => {
    const daybook = many.copy();
    let fails = true;
    const parts = await daybook.openParts({
      parts: (opened) => ({
        ...opened,
        reader: {
          ...opened.reader,
          readSealedByStream: (...all) => {
            if (fails) throw new StorageFailed('SQLITE_IOERR', 'a bad sector', null);
            return opened.reader.readSealedByStream(...all);
          },
        },
      }),
    });
    const open = wordsFor(createEngine(parts, daybook.options()), parts, []);
    await expect(open.engine.whenIndexed()).rejects.toThrow(StorageFailed);
    expect((await open.status()).notes).toContainEqual({
      type: 'ReadModelsFailed',
      detail: 'StorageFailed',
    });
    await open.run('person/archive', { personId: personOf(1) });
    const erase = { personId: personOf(2), ground: 'request', confirm: 'R-2' } as const;
    expect(await open.refusal('person/erase', erase)).toMatchObject({ type: 'StorageFailed' });
    await open.run('person/erase', { ...erase, personId: personOf(4), confirm: personOf(4) });
    fails = false;
    await open.run('person/erase', erase);
    expect(indexOf(parts)).not.toContain('"Person 2"');
    expect(indexOf(parts)).toContain('"Person 3"');
    await open.close();
  });

  test('has every index of its tables once all names are in it', async () => {
    const open = await many.copy().open();
    const indexes = open.parts.state
      .read<{ sql: string | null }>(`SELECT sql FROM private.sqlite_schema WHERE type = 'index'`)
      .all()
      .flatMap(({ sql }) => (sql === null ? [] : [sql.slice(sql.indexOf('('))]));
    expect(indexes.toSorted()).toEqual([
      '(reference)',
      '(sort_key, person_id, archived, erased, name, reference, phone, search)',
      '(sort_key_down, person_id)',
    ]);
  });

  test('is only in memory', async () => {
    const open = await many.copy().open();
    const places = open.parts.state
      .read<{ name: string; file: string }>('PRAGMA database_list')
      .all()
      .map(({ name, file }) => [name, file === '']);
    expect(places).toEqual([
      ['main', false],
      ['private', true],
    ]);
    expect(
      open.parts.state.read(`SELECT name FROM main.sqlite_schema WHERE name LIKE '%index'`).all(),
    ).toEqual([]);
  });
});
