import { rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { createEngine } from './createEngine.ts';
import { idOf, wordsFor } from './daybookUnderTest.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { ann, bea, erase, everythingShown, filled, opened } from './peopleUnderTest.ts';
import { StorageBusy } from './sqlite/storage-errors.ts';

/** Puts something before each destruction of keys. */
const beforeDestroy =
  (look: () => void) =>
  (parts: OpenedParts): OpenedParts => ({
    ...parts,
    keys: {
      ...parts.keys,
      destroy: (...all) => {
        look();
        return parts.keys.destroy(...all);
      },
    },
  });

test('an erasure goes step by step: keys kept, event on disk, keys gone, then the answer', async () => {
  const { daybook, open } = await filled();
  await open.close();
  const steps: string[] = [];
  const watched = await daybook.open({
    parts: (parts) => ({
      ...parts,
      log: parts.log && {
        ...parts.log,
        append: (appends) => {
          steps.push(`append ${appends[0]?.events[0]?.type}, keys open`);
          const outcome = parts.log?.append(appends);
          if (!outcome) throw new Error('read-only');
          return outcome;
        },
      },
      keys: {
        ...parts.keys,
        destroy: (...all) => {
          steps.push(`destroy at position ${parts.reader.position()}`);
          return parts.keys.destroy(...all);
        },
      },
    }),
  });
  await watched.run('person/erase', erase);
  steps.push('answered');
  // Once by the command, and once by the bus, which cannot know.
  expect(steps).toEqual([
    'append person.erased, keys open',
    'destroy at position 8',
    'destroy at position 8',
    'answered',
  ]);
});

/** A daybook that cannot destroy keys, for this cause, until that is lifted. */
const openFailing = async (cause: Error) => {
  const { daybook, open } = await filled();
  await open.close();
  let fails = true;
  const failing = await daybook.open({
    parts: beforeDestroy(() => {
      if (fails) throw cause;
    }),
  });
  const lift = (): void => {
    fails = false;
  };
  return { daybook, failing, lift };
};

describe('an erasure whose keys could not be destroyed', () => {
  const causes = [
    ['by the disk', new StorageBusy('SQLITE_BUSY', 'a reader', null), 'StorageBusy'],
    ['by a defect', new TypeError('planted'), 'Unexpected'],
  ] as const;
  const id = idOf(9, 0xc);
  const receipt = { receipt: { personId: ann, eventId: expect.any(String) as string } };

  test.each(causes)('%s says so, also when asked again', async (_by, cause, because) => {
    const { failing, lift } = await openFailing(cause);
    const unfinished = { type: 'ErasureUnfinished', because };
    expect(await failing.refusal('person/erase', erase, id)).toEqual(unfinished);
    expect(await failing.refusal('person/erase', erase, id)).toEqual(unfinished);
    expect(failing.parts.keys.tombstones()).toEqual([]);
    // The name is not shown any more all the same.
    expect(await failing.rows('person/list', { search: 'annegret' })).toEqual([]);
    // Other commands in the meantime are answered as ever.
    const other = await failing.engine.execute({
      command: 'person/register',
      input: { details: { name: 'Cem' } },
    });
    expect(other).toMatchObject({ ok: true });
    lift();
    expect(await failing.run('person/erase', erase, id)).toMatchObject(receipt);
    expect(failing.parts.keys.tombstones()).toHaveLength(2);
    expect(opened(await everythingShown(failing))).toEqual([]);
  });

  test.each(causes)('%s is carried to its end by the next command', async (_by, cause) => {
    const { failing, lift } = await openFailing(cause);
    await failing.refusal('person/erase', erase);
    lift();
    await failing.run('person/register', { details: { name: 'Cem' } });
    expect(failing.parts.keys.tombstones()).toHaveLength(2);
    expect((await failing.status()).poison).toEqual([]);
  });

  test.each(causes)(
    '%s is carried to its end though nothing happens any more',
    async (_by, cause) => {
      const { failing, lift } = await openFailing(cause);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        await failing.refusal('person/erase', erase);
        await vi.advanceTimersByTimeAsync(10_000);
        expect(failing.parts.keys.tombstones()).toEqual([]);
        lift();
        await vi.advanceTimersByTimeAsync(10_000);
        expect(failing.parts.keys.tombstones()).toHaveLength(2);
        expect(vi.getTimerCount()).toBe(0);
      } finally {
        vi.useRealTimers();
      }
    },
  );

  test.each(causes)('%s is carried to its end at the next start', async (_by, cause) => {
    const { daybook, failing } = await openFailing(cause);
    await failing.refusal('person/erase', erase, id);
    await failing.run('person/register', { details: { name: 'Cem' } });
    await failing.close();
    const parts = await daybook.openParts();
    expect(parts.keys.tombstones()).toEqual([]);
    const engine = createEngine(parts, daybook.options());
    // Before anybody can ask.
    expect(parts.keys.tombstones()).toHaveLength(2);
    const again = wordsFor(engine, parts, []);
    await engine.whenIndexed();
    expect(opened(await everythingShown(again))).toEqual([]);
    expect((await again.status()).poison).toEqual([]);
    expect(await again.run('person/erase', erase, id)).toMatchObject(receipt);
  });
});

test('an erasure is carried to its end before anybody can ask, however far it is in the log', async () => {
  const { daybook, open } = await filled();
  await open.engine.executeAll(
    Array.from({ length: 600 }, () => ({
      command: 'person/register',
      input: { details: { name: 'Cem' } },
    })),
  );
  await open.close();
  const failing = await daybook.open({
    parts: beforeDestroy(() => {
      throw new TypeError('planted');
    }),
  });
  await failing.refusal('person/erase', erase);
  await failing.close();
  rmSync(daybook.file('state.db'));
  const parts = await daybook.openParts();
  daybook.world.eachLookTakes(20);
  const engine = createEngine(parts, daybook.options());
  expect(parts.keys.tombstones()).toHaveLength(2);
  await engine.close();
});

test('an erasure that the keys do not know of is told by verify, and one that happens meanwhile is not', async () => {
  const { daybook, open } = await filled();
  await open.close();
  const failing = await daybook.open({
    parts: beforeDestroy(() => {
      throw new TypeError('planted');
    }),
  });
  await failing.refusal('person/erase', erase);
  expect((await failing.job('verify')).findings).toMatchObject([
    { type: 'ErasureNotCarriedOut', position: 8 },
  ]);
  await failing.close();
  const sound = await daybook.open();
  const verified = sound.job('verify');
  await sound.run('person/erase', { personId: bea, ground: 'request', confirm: bea });
  expect((await verified).findings).toEqual([]);
});
