import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { createBulkWork, type BulkTask, type Deed } from './createBulkWork.ts';

type Reply = Result<{ readonly eventId: string }, Refusal>;
type Batch = Result<readonly string[], Refusal>;

const done = ok({ eventId: 'e' });
const changed = (...ids: readonly string[]) => ids.map((personId) => ({ personId, eventId: 'e' }));
const refused = (type: string): Reply => err({ type });
const people = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${from + index}`);

let sent: string[] = [];
beforeEach(() => {
  sent = [];
});

async function* inBatches(batches: readonly Batch[]): AsyncGenerator<Batch, undefined> {
  for (const batch of batches) yield await Promise.resolve(batch);
  return undefined;
}

const taskOf = (
  batches: readonly Batch[],
  reply: (personId: string) => Reply = () => done,
  deed: Deed = 'archive',
): BulkTask => ({
  deed,
  total: batches.reduce((sum, batch) => sum + (batch.ok ? batch.value.length : 0), 0),
  chosen: () => inBatches(batches),
  send: (personId) => {
    sent.push(personId);
    return Promise.resolve(reply(personId));
  },
});

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
};

describe('work on many people', () => {
  it('does each of them once, batch after batch, and remembers whom it has changed', async () => {
    const work = createBulkWork();
    work.start(taskOf([ok(people(70)), ok(people(5, 70))]));
    await settle();
    expect(sent).toEqual(people(75));
    expect(work.state()).toMatchObject({ phase: 'ended', done: 75, total: 75, already: 0 });
    expect(work.state()?.changed).toEqual(changed(...people(75)));
  });

  it.each([
    ['archive', 'AlreadyArchived'],
    ['restore', 'NotArchived'],
  ] as const)('counts apart who is so already, to %s', async (deed, type) => {
    const work = createBulkWork();
    const reply = (personId: string): Reply => {
      if (personId === '1') return refused(type);
      return personId === '2' ? refused('PersonErased') : done;
    };
    work.start(taskOf([ok(people(4))], reply, deed));
    await settle();
    expect(work.state()).toMatchObject({
      phase: 'ended',
      done: 4,
      already: 1,
      changed: changed('0', '3'),
      refused: [{ personId: '2', refusal: { type: 'PersonErased' } }],
    });
  });

  it('halts when nobody knows what became of a command, and goes on with that one', async () => {
    let isLost = true;
    const work = createBulkWork();
    work.start(
      taskOf([ok(people(3))], (personId) =>
        isLost && personId === '1' ? refused('ConnectionLost') : done,
      ),
    );
    await settle();
    expect(work.state()).toMatchObject({
      phase: 'halted',
      halt: { type: 'ConnectionLost' },
      done: 2,
    });
    isLost = false;
    work.goOn();
    await settle();
    expect(sent).toEqual(['0', '1', '2', '1']);
    expect(work.state()).toMatchObject({ phase: 'ended', changed: changed('0', '2', '1') });
  });

  it('halts when the list cannot be read', async () => {
    const work = createBulkWork();
    work.start(taskOf([ok(people(2)), err({ type: 'NotSent' })]));
    await settle();
    expect(work.state()).toMatchObject({ phase: 'halted', halt: { type: 'NotSent' }, done: 2 });
    work.cancel();
    await settle();
    expect(work.state()).toMatchObject({ phase: 'ended', isCancelled: true });
  });

  it('that is cancelled ends after the group under way', async () => {
    const work = createBulkWork();
    work.start(taskOf([ok(people(500))]));
    await Promise.resolve();
    work.cancel();
    await settle();
    expect(sent.length).toBeLessThan(500);
    expect(work.state()).toMatchObject({ phase: 'ended', isCancelled: true, done: sent.length });
  });

  it('is not begun beside another one', async () => {
    const work = createBulkWork();
    work.start(taskOf([ok(people(2))]));
    work.start(taskOf([ok(people(3, 10))]));
    await settle();
    expect(sent).toEqual(people(2));
  });

  it('that is forgotten sends nothing more', async () => {
    const work = createBulkWork();
    work.start(taskOf([ok(people(500))]));
    await Promise.resolve();
    work.forget();
    const before = sent.length;
    await settle();
    expect([sent.length, work.state()]).toEqual([before, null]);
  });
});
