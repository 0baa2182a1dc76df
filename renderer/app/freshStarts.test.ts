import { notifyManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { HostState } from '../../shared/protocol/host-state.ts';
import { hostKey, viewKey } from '../api/createDaybookApi.ts';
import { openWindow, stateOf } from '../api/windowUnderTest.ts';
import { followFreshStarts, onFreshStart } from './freshStarts.ts';

const shop = { folder: 'a', name: 'Shop' };
const closed = stateOf(null);
const locked: HostState = { ...closed, locked: { ...shop, because: 'asked' } };
const crashed: HostState = { ...closed, crashed: shop };

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
    hears: async (state: HostState): Promise<void> => {
      const drawn = happened.length;
      hear({ type: 'host', state });
      await vi.waitFor(() => expect(happened.slice(drawn).join()).toContain('draws'));
    },
  };
};

it('the first daybook of a window is shown where its address says', async () => {
  const { happened, hears } = openScreen();
  await hears(closed);
  await hears(stateOf('a'));
  expect(happened).toEqual(['draws no daybook', 'draws a']);
});

it.each([
  ['was locked', locked, []],
  ['has stopped', crashed, []],
  ['was closed', closed, ['again']],
])('a daybook that %s', async (_, without, starts) => {
  const { happened, hears } = openScreen();
  await hears(stateOf('a'));
  await hears(without);
  await hears(stateOf('a'));
  expect(happened).toEqual(['draws a', 'draws no daybook', ...starts, 'draws a']);
});

it.each([
  ['after a lock', locked],
  ['after closing', closed],
])('another than the one before is told of before it is drawn, %s', async (_, without) => {
  const { happened, hears } = openScreen();
  await hears(stateOf('a'));
  await hears(without);
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
