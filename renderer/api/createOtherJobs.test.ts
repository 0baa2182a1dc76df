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
  const jobs = createOtherJobs(bridge, [{ has: (id) => own.has(id), onChange: () => () => {} }]);
  return { jobs, own, asked, tell: (notice: Notice) => tell(notice) };
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
