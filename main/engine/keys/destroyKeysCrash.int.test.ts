import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import type { RetentionClass } from '../../../shared/kernel/event.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { openWatched, type OnStep } from './erasureUnderTest.ts';
import { eventOf, personOf } from './idsUnderTest.ts';
import {
  newKeyStore,
  openedText,
  rawBytes,
  reopened,
  sealedPart,
  snapshotOf,
  type SealedPart,
} from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

const both: readonly RetentionClass[] = ['profile', 'statutory'];
const neighbour = personOf(1 + 256);

interface Prepared {
  readonly path: string;
  readonly erased: readonly SealedPart[];
  readonly kept: SealedPart;
  /** The wrapped keys of the person before the erasure. */
  readonly wrapped: readonly Buffer[];
}

/** A closed key file with two keys of person 1 and one of a person in the same bucket. */
const prepare = async (): Promise<Prepared> => {
  const { path, store } = await newKeyStore();
  const erased = both.map((retention) => sealedPart(store, personOf(1), retention));
  const kept = sealedPart(store, neighbour);
  store.close();
  const database = openUnguarded(path);
  const wrapped = database
    .read<{ wrapped: Buffer }>('SELECT wrapped FROM person_key WHERE person = ?')
    .all(personOf(1))
    .map((row) => row.wrapped);
  database.close();
  return { path, erased, kept, wrapped };
};

/** What must hold of a file that an erasure was cut short in: all or nothing now, all after one more call. */
const expectCarriedOn = async (
  path: string,
  { erased, kept, wrapped }: Prepared,
): Promise<void> => {
  const store = await reopened(path);
  const texts = erased.map((part) => openedText(store, part));
  const whole = `name of ${personOf(1)}`;
  expect([
    [whole, whole],
    ['erased', 'erased'],
  ]).toContainEqual(texts);
  expect(openedText(store, kept)).toBe(`name of ${neighbour}`);
  // Once its commit is on disk, opening alone has cleaned up after it.
  if (texts[0] === 'erased') {
    expect(wrapped.some((blob) => rawBytes(path).includes(blob))).toBe(false);
  }

  const answer = store.destroy(personOf(1), both, eventOf(7));
  expect(answer.keys.map(({ id }) => id).toSorted()).toEqual(
    erased.map(({ header }) => header.key).toSorted(),
  );
  expect(erased.map((part) => openedText(store, part))).toEqual(['erased', 'erased']);
  expect(openedText(store, kept)).toBe(`name of ${neighbour}`);
  expect(wrapped.some((blob) => rawBytes(path).includes(blob))).toBe(false);
  expect(store.sealingKey(personOf(1), 'profile').ok).toBe(false);
  expect(store.verify()).toEqual([]);
  store.close();
};

/** Runs an erasure to its end and names its steps. */
const stepsOfAnErasure = async (onStep: OnStep, prepared: Prepared): Promise<readonly string[]> => {
  const steps: string[] = [];
  const { store } = await openWatched(prepared.path, (step) => {
    steps.push(step);
    onStep(step);
  });
  store.destroy(personOf(1), both, eventOf(7));
  store.close();
  return steps;
};

test('an erasure takes its steps in the order that is written down', async () => {
  const steps = await stepsOfAnErasure(() => undefined, await prepare());
  expect(steps).toEqual([
    'begin',
    'INSERT INTO tombston',
    'INSERT INTO tombston',
    'UPDATE person_key SE',
    'UPDATE person_key SE',
    'UPDATE person_key SE',
    'UPDATE bucket SET wr',
    'commit',
    'committed',
    'truncate',
    'truncated',
  ]);
});

test('what a crash leaves at any step is carried to the end', async () => {
  const prepared = await prepare();
  const left: string[] = [];
  await stepsOfAnErasure(() => left.push(snapshotOf(prepared.path)), prepared);
  expect(left).toHaveLength(11);
  for (const path of left) await expectCarriedOn(path, prepared);
});

test('a failure at any step leaves a store that ends the erasure when asked again', async () => {
  for (let failing = 0; failing < 11; failing += 1) {
    const prepared = await prepare();
    let step = 0;
    const { store } = await openWatched(prepared.path, () => {
      if (step++ === failing) throw new Error('planted');
    });
    expect(() => store.destroy(personOf(1), both, eventOf(7)), `step ${failing}`).toThrow(
      'planted',
    );
    // Whatever became of it: nothing is sealed about the person from here on, and no key is in memory.
    expect(store.sealingKey(personOf(1), 'profile').ok).toBe(false);
    expect(store.isErased(personOf(1))).toBe(true);
    expect(openedText(store, prepared.kept)).toBe(`name of ${neighbour}`);
    store.destroy(personOf(1), both, eventOf(7));
    expect(prepared.erased.map((part) => openedText(store, part))).toEqual(['erased', 'erased']);
    expect(prepared.wrapped.some((blob) => rawBytes(prepared.path).includes(blob))).toBe(false);
    expect(store.verify()).toEqual([]);
    store.close();
    await expectCarriedOn(prepared.path, prepared);
  }
});

test('keys whose commit failed are forgotten, and others minted instead', async () => {
  const { path, store: first } = await newKeyStore();
  first.close();
  let fail = true;
  const { store } = await openWatched(path, (step) => {
    if (step === 'commit' && fail) throw new Error('planted');
  });
  const lost = store.sealingKey(personOf(1), 'profile');
  expect(() => {
    store.commitKeys();
  }).toThrow('planted');
  fail = false;
  const kept = store.sealingKey(personOf(1), 'profile');
  expect(kept).not.toEqual(lost);
  store.commitKeys();
  store.close();
  const again = await reopened(path);
  expect(again.sealingKey(personOf(1), 'profile')).toEqual(kept);
  again.close();
});

test('keys whose commit reached the disk though it was reported failed are found there', async () => {
  const { path, store: first } = await newKeyStore();
  first.close();
  let fail = true;
  const { store } = await openWatched(path, (step) => {
    if (step === 'committed' && fail) throw new Error('planted');
  });
  const key = store.sealingKey(personOf(1), 'profile');
  expect(() => {
    store.commitKeys();
  }).toThrow('planted');
  fail = false;
  expect(store.sealingKey(personOf(1), 'profile')).toEqual(key);
  store.close();
});

describe('a process that is killed', () => {
  /** Erases person 1 in a process of its own, which ends itself without warning at a step. */
  const killedAt = async (path: string, step: string): Promise<NodeJS.Signals | null> => {
    const modules = {
      erasure: new URL('./erasureUnderTest.ts', import.meta.url).href,
      ids: new URL('./idsUnderTest.ts', import.meta.url).href,
    };
    const script = `
      const { openWatched } = await import(${JSON.stringify(modules.erasure)});
      const { eventOf, personOf } = await import(${JSON.stringify(modules.ids)});
      const { store } = await openWatched(${JSON.stringify(path)}, (step) => {
        if (step === ${JSON.stringify(step)}) process.kill(process.pid, 'SIGKILL');
      });
      store.destroy(personOf(1), ['profile', 'statutory'], eventOf(7));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return signal;
  };

  test
    .skipIf(process.platform === 'win32')
    .each(['UPDATE bucket SET wr', 'commit', 'committed', 'truncated'])('at %s', async (step) => {
    const prepared = await prepare();
    expect(await killedAt(prepared.path, step)).toBe('SIGKILL');
    await expectCarriedOn(prepared.path, prepared);
  });
});
