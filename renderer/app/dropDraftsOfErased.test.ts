import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import type { DaybookApi } from '../api/createDaybookApi.ts';
import { createListeners } from '../api/createListeners.ts';
import type { RowsChange } from '../api/createRowChanges.ts';
import { draftAbout, dropAllDrafts, keepDraft, peopleWithDrafts } from '../forms/drafts.ts';
import { dropDraftsOfErased } from './dropDraftsOfErased.ts';

beforeEach(() => {
  vi.useFakeTimers();
  for (const person of ['anna', 'cem'])
    keepDraft(draftAbout(person, 'charge'), { memo: 'Half a sentence' }, { memo: '' });
});
afterEach(() => {
  dropAllDrafts();
  vi.useRealTimers();
});

/** A program that knows who is erased, and may refuse to say so. */
const openProgram = () => {
  const erased = new Set<string>();
  const changes = createListeners<RowsChange>();
  const program = { isRefusing: false, asked: 0 };
  const ask = ((_: string, { personId }: { readonly personId: string }) => {
    program.asked += 1;
    return Promise.resolve(
      program.isRefusing
        ? err({ type: 'StorageFull' })
        : ok({ rows: [{ personId, erased: erased.has(personId) }], next: null }),
    );
  }) as unknown as DaybookApi['ask'];
  return { program, erased, changes, api: { ask, onRowsChanged: changes.add } };
};

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const aMinute = (): Promise<unknown> => vi.advanceTimersByTimeAsync(60_000);

it('drafts about somebody who was erased while nobody listened are dropped at once', async () => {
  const { erased, api } = openProgram();
  erased.add('anna');
  dropDraftsOfErased(api);
  await settled();
  expect(peopleWithDrafts()).toEqual(['cem']);
});

it('and those about somebody who is erased later, when it is told', async () => {
  const { program, erased, changes, api } = openProgram();
  dropDraftsOfErased(api);
  await settled();
  expect(peopleWithDrafts()).toEqual(['anna', 'cem']);
  erased.add('cem');
  changes.tell({ erased: false });
  await aMinute();
  expect(program.asked).toBe(2);
  changes.tell({ erased: true });
  await settled();
  expect(peopleWithDrafts()).toEqual(['anna']);
});

it('what the program refuses to say is asked again until it says it', async () => {
  const { program, erased, api } = openProgram();
  erased.add('anna');
  program.isRefusing = true;
  dropDraftsOfErased(api);
  await aMinute();
  expect(peopleWithDrafts()).toEqual(['anna', 'cem']);
  program.isRefusing = false;
  await aMinute();
  expect(peopleWithDrafts()).toEqual(['cem']);
  const { asked } = program;
  await aMinute();
  expect(program.asked).toBe(asked);
});

it('nothing is asked any more once it has ended', async () => {
  const { program, changes, api } = openProgram();
  program.isRefusing = true;
  const end = dropDraftsOfErased(api);
  await settled();
  end();
  changes.tell({ erased: true });
  await aMinute();
  const late = dropDraftsOfErased(api);
  // Refused only after it has ended.
  late();
  await aMinute();
  expect(program.asked).toBe(4);
});
