import { expect, it } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { Bridge } from './Bridge.ts';
import { createOtherJobs } from './createOtherJobs.ts';

const begin = () => {
  const asked: unknown[] = [];
  const own = new Set<string>();
  let tell: (notice: Notice) => void = () => {};
  const bridge: Pick<Bridge, 'call' | 'onNotice'> = {
    call: ((...order: unknown[]) => {
      asked.push(order);
      return Promise.resolve(ok(null));
    }) as Bridge['call'],
    onNotice: (listener) => {
      tell = listener;
      return () => {};
    },
  };
  const heard = new Set<string>();
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const load = () =>
    createOtherJobs(
      bridge,
      [{ has: (id) => own.has(id), hasHeard: (id) => heard.has(id), onChange: () => () => {} }],
      storage,
      { list: () => ['begun'] },
    );
  return { jobs: load(), load, own, heard, asked, tell: (notice: Notice) => tell(notice) };
};

const running = [
  { id: 'i', kind: 'import' },
  { id: 'v', kind: 'verify' },
] as const;
const progress = { job: 'i', done: 1, total: 3, remainingMs: 5 };

it('finds of what runs the job of a kind, unless the window has begun it itself', () => {
  const { jobs, own } = begin();
  expect(jobs.find(running, 'import')).toBe('i');
  expect(jobs.find(running, 'export')).toBeNull();
  own.add('i');
  expect(jobs.find(running, 'import')).toBeNull();
});

it('tells how far it is until it has ended, and cancels it by its id', () => {
  const { jobs, asked, tell } = begin();
  let told = 0;
  jobs.onChange(() => {
    told += 1;
  });
  tell({ type: 'progress', progress });
  expect(told).toBe(1);
  expect(jobs.progress('i')).toEqual(progress);
  tell({ type: 'jobs', jobs: running });
  expect(jobs.progress('i')).toEqual(progress);
  jobs.cancel('i');
  expect(asked).toEqual([['job/cancel', { id: 'i' }]]);
  tell({ type: 'jobs', jobs: [] });
  expect(jobs.progress('i')).toBeNull();
});

const ended = [
  { id: 'i', kind: 'import', at: 1 },
  { id: 'v', kind: 'verify', at: 2 },
] as const;

it('finds what has ended of a kind, unless the window has begun it and knows how it ended', () => {
  const { jobs, own, heard } = begin();
  expect(jobs.findEnded(ended, 'import')).toBe('i');
  expect(jobs.findEnded(ended, 'export')).toBeNull();
  own.add('i');
  expect(jobs.findEnded(ended, 'import')).toBeNull();
  own.clear();
  expect(jobs.findEnded(ended, 'import')).toBe('i');
  heard.add('i');
  expect(jobs.findEnded(ended, 'import')).toBeNull();
});

it('shows how it has ended for as long as the page stays, and not again after a reload', () => {
  const { jobs, load } = begin();
  jobs.noteShown('i');
  expect(jobs.findEnded(ended, 'import')).toBe('i');
  const reloaded = load();
  expect(reloaded.findEnded(ended, 'import')).toBeNull();
  expect(reloaded.findEnded(ended, 'verify')).toBe('v');
});

it('shows no more what was put away, and says so at once', () => {
  const { jobs, load } = begin();
  let told = 0;
  jobs.onChange(() => {
    told += 1;
  });
  jobs.putAway('i');
  expect(told).toBe(1);
  expect(jobs.findEnded(ended, 'import')).toBeNull();
  expect(load().findEnded(ended, 'import')).toBeNull();
});

it('knows of work that the same window has begun, before its page was loaded again', () => {
  const { jobs } = begin();
  expect([jobs.isFromHere('begun'), jobs.isFromHere('i')]).toEqual([true, false]);
});
