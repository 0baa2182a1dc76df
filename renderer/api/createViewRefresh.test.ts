import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { createQueryClient } from './createQueryClient.ts';
import { createViewRefresh } from './createViewRefresh.ts';

const changed = { erased: false };
const erasedSomebody = { erased: true };

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A view on the screen that is answered when the test says so, with how often it had been asked. */
const showView = (name = 'overview/totals', queries = createQueryClient()) => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  let refuses = false;
  const observer = new QueryObserver(queries, {
    queryKey: ['view', name],
    queryFn: async () => {
      const answer = (asked += 1);
      await new Promise<void>((resolve) => void waiting.push(resolve));
      if (refuses) throw new Error('refused');
      return answer;
    },
  });
  ends.push(observer.subscribe(() => {}));
  return {
    queries,
    refresh: createViewRefresh(queries, ['view']),
    shown: () => observer.getCurrentResult().data,
    asked: () => asked,
    refuse: () => void (refuses = true),
    answer: async () => {
      waiting.shift()?.();
      await settle();
    },
  };
};

it('shows answers that come more slowly than rows change', async () => {
  const view = showView();
  await view.answer();
  for (let turn = 2; turn < 6; turn += 1) {
    view.refresh(changed);
    await settle();
    view.refresh(changed);
    expect(view.asked()).toBe(turn);
    await view.answer();
    expect(view.shown()).toBe(turn);
  }
});

it('asks once more when rows changed during the first question', async () => {
  const view = showView();
  view.refresh(changed);
  view.refresh(changed);
  await view.answer();
  await view.answer();
  expect(view.shown()).toBe(2);
  await view.answer();
  expect(view.asked()).toBe(2);
});

it.each([0, 1])('gives up what is under way at an erasure, after %i answers', async (answers) => {
  const view = showView();
  if (answers > 0) {
    await view.answer();
    view.refresh(changed);
  }
  await settle();
  view.refresh(erasedSomebody);
  await settle();
  await view.answer();
  expect(view.shown()).toBe(answers > 0 ? 1 : undefined);
  await view.answer();
  expect(view.shown()).toBe(answers + 2);
});

it('shows nothing any more that was answered before an erasure, where it is refused after it', async () => {
  const view = showView();
  await view.answer();
  view.refuse();
  view.refresh(changed);
  await settle();
  await view.answer();
  expect(view.shown()).toBe(1);
  view.refresh(erasedSomebody);
  await settle();
  await view.answer();
  expect(view.shown()).toBeUndefined();
});

it('lets go of what is refused after an erasure while another question is still out', async () => {
  const view = showView();
  await view.answer();
  const slow = showView('overview/activity', view.queries);
  await slow.answer();
  view.refuse();
  view.refresh(erasedSomebody);
  await settle();
  await view.answer();
  expect(view.shown()).toBeUndefined();
  expect(slow.shown()).toBe(1);
  await slow.answer();
  expect(slow.shown()).toBe(2);
});
