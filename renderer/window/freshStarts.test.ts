import { notifyManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { HostState } from '../../shared/protocol/host-state.ts';
import { hostKey, viewKey } from '../api/createDaybookApi.ts';
import { openWindow, stateOf } from '../api/windowUnderTest.ts';
import { createPagedRows } from '../api/createPagedRows.ts';
import { currentOpening, followFreshStarts, onEntered, onFreshStart } from './freshStarts.ts';

const none = stateOf(null);

let stop = (): void => {};
afterEach(() => stop());

/** Notes when a fresh start is told, and when a screen would be drawn, which hears of it as `useQuery` does. */
const openScreen = () => {
  const { api, queries, hear } = openWindow();
  const happened: string[] = [];
  followFreshStarts(api);
  stop = onFreshStart((start) => happened.push(start));
  new QueryObserver<HostState>(queries, { queryKey: hostKey, enabled: false }).subscribe(
    notifyManager.batchCalls(({ data }) =>
      happened.push(`draws ${data?.open?.id ?? 'no daybook'}`),
    ),
  );
  return {
    happened,
    queries,
    api,
    hears: async (state: HostState): Promise<void> => {
      const drawn = happened.length;
      hear({ type: 'host', state });
      await vi.waitFor(() => expect(happened.slice(drawn).join()).toContain('draws'));
    },
  };
};

it('the first daybook of a window is shown where its address says', async () => {
  const { happened, hears } = openScreen();
  await hears(none);
  await hears(stateOf('a'));
  expect(happened).toEqual(['draws no daybook', 'draws a']);
});

it('a daybook is gone on in that was locked, or whose program has ended, but not one that was closed', async () => {
  const { happened, hears } = openScreen();
  await hears(stateOf('a'));
  await hears(none);
  await hears(stateOf('a'));
  expect(happened).toEqual(['draws a', 'draws no daybook', 'draws a']);
  await hears(stateOf(null, 1));
  await hears(stateOf('a', 1));
  expect(happened.slice(3)).toEqual(['draws no daybook', 'again', 'draws a']);
  await hears(stateOf(null, 1));
  await hears(stateOf('a', 1));
  expect(happened.slice(6)).toEqual(['draws no daybook', 'draws a']);
  // By another program, which has closed none.
  await hears(none);
  await hears(stateOf('a'));
  expect(happened.slice(8)).toEqual(['draws no daybook', 'draws a']);
  await hears(stateOf(null, 1));
  await hears(stateOf('a', 1));
  expect(happened.slice(10)).toEqual(['draws no daybook', 'again', 'draws a']);
});

it('one that was closed for good is not gone on in where the window has missed that', async () => {
  const { happened, hears, queries } = openScreen();
  await hears(stateOf('a', 1));
  const before = currentOpening();
  queries.setQueryData([...viewKey, 'people'], ['Ada']);
  await hears(stateOf('a', 2));
  const after = currentOpening();
  expect(after).not.toBe(before);
  expect(happened).toEqual(['draws a', 'again', 'draws a']);
  expect(queries.getQueryData([...viewKey, 'people'])).toBeUndefined();
  await hears(stateOf('a', 2));
  // By another program, which has closed none.
  await hears(stateOf('a'));
  expect(happened.slice(3)).toEqual(['draws a', 'draws a']);
  expect(currentOpening()).toBe(after);
});

it('another than the one before is told of before it is drawn', async () => {
  const { happened, hears } = openScreen();
  await hears(stateOf('a'));
  await hears(none);
  await hears(stateOf('b'));
  expect(happened).toEqual(['draws a', 'draws no daybook', 'another', 'draws b']);
});

it('another is told of where the window has missed what was between, and no answer is left', async () => {
  const { happened, hears, queries } = openScreen();
  await hears(stateOf('a'));
  queries.setQueryData([...viewKey, 'people'], ['Ada']);
  await hears(stateOf('b'));
  expect(happened).toEqual(['draws a', 'another', 'draws b']);
  expect(queries.getQueryData([...viewKey, 'people'])).toBeUndefined();
});

it('what is asked as soon as a daybook is open is asked after a fresh start, and is of that daybook', async () => {
  const { happened, hears, api } = openScreen();
  const list = createPagedRows<unknown>({ pageSize: 1, ask: () => new Promise(() => undefined) });
  const end = onEntered(({ keptRows }) => {
    happened.push(keptRows.find('people') === null ? 'entered' : 'entered with old rows');
    keptRows.keepAhead('people', list);
  });
  await hears(none);
  await hears(stateOf('a'));
  expect(api.keptRows.find('people')).toBe(list);
  await hears(none);
  expect(api.keptRows.find('people')).toBeNull();
  await hears(stateOf('a'));
  await hears(stateOf('b'));
  end();
  expect(happened).toEqual([
    'draws no daybook',
    'entered',
    'draws a',
    'draws no daybook',
    'entered',
    'draws a',
    'another',
    'entered',
    'draws b',
  ]);
});
