import { afterEach, expect, it } from 'vitest';
import { dropAttempt, keepAttempt } from '../api/attempts.ts';
import { bulkWork } from '../features/people/bulkWork.ts';
import { dropAllDrafts, dropDraft, keepDraft } from '../forms/drafts.ts';
import { ok } from '../../shared/kernel/result.ts';
import { tellUnwritten } from './unwritten.ts';

afterEach(() => {
  dropAllDrafts();
  bulkWork.forget();
});

/** What has been told so far. Those of earlier tests go on hearing, and are not looked at. */
const listen = (): readonly boolean[] => {
  const told: boolean[] = [];
  tellUnwritten((holds) => told.push(holds));
  return told;
};

it('the desktop is told once at each change of whether something is unwritten', () => {
  const told = listen();
  expect(told).toEqual([false]);
  keepDraft('charge', { amount: '1' }, { amount: '' });
  expect(told).toEqual([false, true]);
  keepDraft('charge', { amount: '12' }, { amount: '' });
  keepDraft('pay', { amount: '3' }, { amount: '' });
  dropDraft('charge');
  expect(told).toEqual([false, true]);
  dropDraft('pay');
  dropDraft('pay');
  expect(told).toEqual([false, true, false]);
});

it('what was sent and not answered is unwritten too, also once its draft is gone', () => {
  const told = listen();
  keepDraft('charge', { amount: '1' }, { amount: '' });
  const sent = { id: 'c', command: 'charge', input: {}, isEdited: false, unsure: null };
  keepAttempt('charge', sent);
  dropDraft('charge');
  expect(told).toEqual([false, true]);
  dropAttempt('charge');
  expect(told).toEqual([false, true, false]);
});

it('so is work on many people, until it is done', async () => {
  const told = listen();
  const read = Promise.withResolvers<void>();
  bulkWork.start({
    deed: 'archive',
    total: 0,
    chosen: async function* () {
      await read.promise;
      yield ok([]);
      return undefined;
    },
    send: () => Promise.reject(new Error('nobody was chosen')),
  });
  expect(told).toEqual([false, true]);
  read.resolve();
  await expect.poll(() => bulkWork.state()?.phase).toBe('ended');
  expect(told).toEqual([false, true, false]);
});

it('a window that holds something from before says so at once', () => {
  keepDraft('charge', { amount: '1' }, { amount: '' });
  expect(listen()).toEqual([true]);
});
