import { afterEach, expect, it, vi } from 'vitest';
import { err, ok } from '../../../shared/kernel/result.ts';
import { dropAttempt, formsWithAttempts, keepAttempt } from '../../api/attempts.ts';
import type { DaybookApi } from '../../api/createDaybookApi.ts';
import { bulkWork, startBulkWork } from './bulkWork.ts';

const attempt = { id: '1', command: 'person/archive', input: {}, isEdited: false, unsure: null };

/** A program that is lost on the way, so that nobody knows what was written. */
const lost = {
  execute: (_command: string, _input: object, form: string) => {
    keepAttempt(form, attempt);
    return Promise.resolve(err({ type: 'ConnectionLost' }));
  },
} as unknown as DaybookApi;

afterEach(() => {
  bulkWork.forget();
  formsWithAttempts().forEach(dropAttempt);
});

it.each([
  ['is cancelled', bulkWork.cancel],
  ['is forgotten', bulkWork.forget],
])('work that %s leaves no attempt open, and those of forms alone', async (_how, end) => {
  keepAttempt('person/1/charge', attempt);
  startBulkWork({
    api: lost,
    deed: 'archive',
    selection: { type: 'some', ids: new Set(['a', 'b']) },
    question: {},
    total: 2,
  });
  await vi.waitUntil(() => bulkWork.state()?.phase === 'halted');
  expect(formsWithAttempts()).toHaveLength(3);
  end();
  await vi.waitUntil(() => bulkWork.state()?.phase !== 'halted');
  expect(formsWithAttempts()).toEqual(['person/1/charge']);
});

it('work on everybody passes over those who are erased, and those who were taken out', async () => {
  const done: string[] = [];
  const rows = [
    { personId: 'a', erased: false },
    { personId: 'b', erased: true },
    { personId: 'c', erased: false },
  ];
  const api = {
    ask: (_view: string, question: { readonly erased?: false }) => {
      const listed = rows.filter(({ erased }) => question.erased !== false || !erased);
      return Promise.resolve(ok({ rows: listed, next: null }));
    },
    execute: (_command: string, { personId }: { readonly personId: string }) => {
      done.push(personId);
      return Promise.resolve(ok({ eventId: `of ${personId}` }));
    },
  } as unknown as DaybookApi;
  startBulkWork({
    api,
    deed: 'archive',
    selection: { type: 'allBut', ids: new Set(['c']) },
    question: {},
    total: 2,
  });
  await vi.waitUntil(() => bulkWork.state()?.phase === 'ended');
  expect(done).toEqual(['a']);
  expect(bulkWork.state()?.refused).toEqual([]);
});
