import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ViewInput, ViewRow } from '../../../shared/contract.ts';
import type { ViewRows } from '../../../shared/kernel/view.ts';
import {
  createDaybookUnderTest,
  idOf,
  usd,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../daybookUnderTest.ts';
import { appendRaw } from '../rawEventsUnderTest.ts';
import { accountOf, ann, bea, erase, filled, opened } from '../peopleUnderTest.ts';

type Input = ViewInput<'log/events'>;
type Row = ViewRow<'log/events'>;

const ask = async (open: OpenDaybook, input: Input): Promise<ViewRows<Row>> => {
  const answer = await open.engine.ask('log/events', input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value as ViewRows<Row>;
};
const positions = async (open: OpenDaybook, input: Input): Promise<readonly number[]> =>
  (await open.rows('log/events', input)).map(({ position }) => position);

/** Annegret and Bea, their accounts, and what only a newer Daybook knows. */
const withNewer = async (): Promise<{ daybook: DaybookUnderTest; open: OpenDaybook }> => {
  const { daybook, open: before } = await filled();
  await before.close();
  const parts = await daybook.openParts();
  const person = { stream: `person-${bea}`, subject: bea, data: {} };
  appendRaw(parts, { ...person, type: 'person.registered', schema: 99, personal: { words: 'x' } });
  appendRaw(parts, { ...person, type: 'person.promoted', schema: 1 });
  parts.close();
  return { daybook, open: await daybook.open() };
};

let open: OpenDaybook;
let daybook: DaybookUnderTest;
beforeAll(async () => {
  ({ daybook, open } = await withNewer());
});

describe('the events of the log', () => {
  test('come newest first or oldest first, with whom they are about', async () => {
    const all = await positions(open, {});
    expect(all).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await positions(open, { order: 'oldest' })).toEqual(all.toReversed());
    const [registered] = await open.rows('log/events', { positions: [1] });
    expect(registered).toMatchObject({
      position: 1,
      type: 'person.registered',
      record: 'person',
      recordId: ann,
      person: { personId: ann, name: 'Annegret Mönkeberg', erased: false },
      seal: 'opened',
    });
    // The list says whose and of what kind; what is personal in an event is shown with the event alone.
    expect(opened(JSON.stringify(registered?.data))).toEqual([]);
    expect(registered).not.toHaveProperty('personal');
  });

  test('are narrowed by type, person, device and time, each and together', async () => {
    const { device } = (await open.rows('log/events', { positions: [1] }))[0] ?? { device: '' };
    const charged = ['credit-account.charged'];
    expect(await positions(open, { types: charged })).toEqual([7, 5]);
    expect(await positions(open, { types: ['credit-account.opened', ...charged] })).toEqual([
      7, 6, 5, 4,
    ]);
    expect(await positions(open, { types: ['person.promoted'] })).toEqual([9]);
    expect(await positions(open, { personId: ann })).toEqual([5, 4, 3, 1]);
    expect(await positions(open, { personId: ann, types: charged })).toEqual([5]);
    expect(await positions(open, { device })).toHaveLength(9);
    expect(await positions(open, { device, types: charged, order: 'oldest' })).toEqual([5, 7]);
    expect(await positions(open, { device: idOf(99) })).toEqual([]);
    expect(await positions(open, { device, personId: bea, types: charged })).toEqual([7]);
    const at = daybook.world.nowMs();
    expect(await positions(open, { recordedFrom: at + 1000 })).toEqual([]);
    expect(await positions(open, { recordedBefore: at - 1000_000 })).toEqual([]);
    expect(
      await positions(open, { recordedFrom: at - 1000_000, recordedBefore: at + 1000, device }),
    ).toHaveLength(9);
  });

  test('begin at any position', async () => {
    expect(await positions(open, { from: 4, limit: 2 })).toEqual([4, 3, 2, 1]);
    expect(await positions(open, { from: 8, order: 'oldest' })).toEqual([8, 9]);
    expect(await positions(open, { from: 99 })).toHaveLength(9);
    expect(await positions(open, { from: 99, order: 'oldest' })).toEqual([]);
    expect(await positions(open, { from: 6, personId: ann })).toEqual([5, 4, 3, 1]);
  });

  test('name their types and say what they are when only a newer Daybook can read them', async () => {
    const [promoted, registered] = await open.rows('log/events', { positions: [8, 9] });
    expect(promoted).toMatchObject({ type: 'person.promoted', data: {}, seal: 'none' });
    expect(registered).toMatchObject({ type: 'person.registered', data: {}, seal: 'sealed' });
    const [whole] = await open.rows('log/event', { position: 8 });
    expect(whole).toMatchObject({ schema: 99, currentSchema: null, personal: null });
  });

  test('tell where the log ends and who wrote in it', async () => {
    const { reach } = await ask(open, { types: ['credit-account.charged'] });
    expect(reach).toEqual({ done: 9, total: 9, last: 9, devices: [expect.any(String)] });
    expect((await ask(open, { positions: [] })).reach?.last).toBe(9);
  });
});

test('what makes no sense is refused', async () => {
  const error = async (input: object) => {
    const answer = await open.engine.ask('log/events', input);
    return answer.ok ? answer.value : answer.error.type;
  };
  for (const input of [
    { types: [] },
    { personId: 'x' },
    { from: 0 },
    { recordedFrom: 2 ** 47 },
    { recordedFrom: 1.5 },
    { positions: Array.from({ length: 501 }, () => 1) },
    { word: 'x' },
  ])
    expect(await error(input)).toBe('InputInvalid');
  const { next } = await ask(open, { limit: 2 });
  const after = next ?? '';
  for (const input of [
    { after: `${after}x` },
    { after: Buffer.from('["mark",1]').toString('base64url') },
    { after, order: 'oldest' },
    { after, personId: ann },
    { after, types: ['person.erased'] },
  ])
    expect(await error(input)).toBe('CursorInvalid');
  expect(await ask(open, { after, limit: 3 })).toMatchObject({ rows: [7, 6, 5].map(atPosition) });
});

const atPosition = (position: number) => ({ position });

describe('an answer ends with its slice of time', () => {
  const events = 700;
  let many: OpenDaybook;
  let its: DaybookUnderTest;
  beforeAll(async () => {
    const made = await filled();
    await made.open.close();
    ({ daybook: its } = made);
    const parts = await its.openParts();
    const stream = `person-${bea}`;
    for (let made = 0; made < events; made += 1)
      appendRaw(parts, { stream, subject: bea, type: 'person.noted', schema: 1, data: {} });
    parts.close();
    many = await its.open();
  });

  test('with fewer rows than it may have, and a place to go on', async () => {
    its.world.eachLookTakes(8);
    const first = await ask(many, { types: ['person.registered'] });
    expect(first).toMatchObject({ rows: [], next: expect.any(String) as string });
    expect(first.reach).toMatchObject({ done: 256, total: events + 7 });
    its.world.eachLookTakes(0);
    const whole = await ask(many, { types: ['person.registered'] });
    expect(whole).toMatchObject({ rows: [2, 1].map(atPosition), next: null });
    expect(whole.reach).toMatchObject({ done: events + 7, total: events + 7 });
  });

  test('and whatever it is cut into, gives exactly the events that are asked for', async () => {
    const all = await many.rows('log/events', { limit: 1000 });
    const anyInput: fc.Arbitrary<Input> = fc.record(
      {
        types: fc.subarray(['person.registered', 'credit-account.charged', 'person.noted'], {
          minLength: 1,
        }),
        personId: fc.constantFrom(ann, bea),
        limit: fc.integer({ min: 1, max: 300 }),
      },
      { requiredKeys: ['limit'] },
    );
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(anyInput, fc.integer({ min: 3, max: 9 }), async (input, look) => {
        its.world.eachLookTakes(look);
        const found: number[] = [];
        let after: string | null = null;
        do {
          const page: ViewRows<Row> = await ask(many, after === null ? input : { ...input, after });
          expect(page.rows.length).toBeLessThanOrEqual(input.limit ?? 0);
          if (page.next !== null && page.rows.length < (input.limit ?? 0)) cut += 1;
          found.push(...page.rows.map(({ position }) => position));
          after = page.next;
        } while (after !== null);
        expect(found).toEqual(
          all
            .filter(
              ({ type, person }) =>
                (input.types?.includes(type) ?? true) &&
                (input.personId === undefined || person?.personId === input.personId),
            )
            .map(({ position }) => position),
        );
      }),
      { numRuns: 60 },
    );
    its.world.eachLookTakes(0);
    expect(cut).toBeGreaterThan(5);
  });
});

describe('one event whole', () => {
  test('has everything that stands in the log, opened, and whether its hash is right', async () => {
    const [charged] = await open.rows('log/event', { position: 5 });
    const [before] = await open.rows('log/event', { position: 4 });
    expect(charged).toMatchObject({
      position: 5,
      seq: 5,
      version: 2,
      record: 'credit-account',
      recordId: accountOf[ann],
      person: { personId: ann },
      seal: 'opened',
      data: { amount: usd(1200) },
      personal: { memo: 'Zwei Sack Mehl', approvalReason: 'Freitag kommt Geld' },
      chain: { holds: true, previous: before?.chain.hash },
      openFormat: { specversion: '1.0', sealed: true },
    });
    expect(charged?.chain.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(opened(JSON.stringify(charged?.openFormat))).toEqual([]);
    expect((await open.rows('log/event', { position: 1 }))[0]?.chain.holds).toBe(true);
    expect(await open.rows('log/event', { position: 99 })).toEqual([]);
  });

  test('shows nothing of somebody who was erased, but that there was something', async () => {
    const { open: book } = await filled();
    await book.run('person/erase', erase);
    const rows = await book.rows('log/events', { personId: ann });
    expect(rows.map(({ type, seal }) => [type, seal])).toEqual([
      ['person.erased', 'none'],
      ['credit-account.charged', 'erased'],
      ['credit-account.opened', 'none'],
      ['person.details-corrected', 'erased'],
      ['person.registered', 'erased'],
    ]);
    expect(rows.every(({ person }) => person?.erased === true && person.name === null)).toBe(true);
    const whole = await Promise.all(
      rows.map(({ position }) => book.rows('log/event', { position })),
    );
    expect(opened(JSON.stringify(whole))).toEqual([]);
    expect(whole.flat().every(({ chain }) => chain.holds === true)).toBe(true);
  });
});

test('an empty log has nothing to show', async () => {
  const empty = await (await createDaybookUnderTest()).open();
  expect(await ask(empty, {})).toEqual({
    rows: [],
    next: null,
    reach: { done: 0, total: 0, last: 0, devices: [] },
  });
});
