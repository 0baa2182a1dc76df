import { expect, it } from 'vitest';
import type { HostState } from '../../shared/protocol/host-state.ts';
import { hostKey } from './createDaybookApi.ts';
import { openWindow, stateOf } from './windowUnderTest.ts';

const running = [{ id: 'j', kind: 'import' }] as const;

it('nothing is said to run in a program that cannot be reached', () => {
  const { queries, become } = openWindow();
  queries.setQueryData<HostState>(hostKey, { ...stateOf('a'), jobs: running });
  become('down');
  expect(queries.getQueryData<HostState>(hostKey)).toMatchObject({ ...stateOf('a'), jobs: [] });
});

it('work that was lost is not spoken of in another daybook', () => {
  const { queries, api } = openWindow();
  const open = (id: string | null): void => void queries.setQueryData(hostKey, stateOf(id));
  open('a');
  api.cutShort.noteLost({ kind: 'verify' });
  open(null);
  open('a');
  expect(api.cutShort.lost()).toEqual(['verify']);
  open(null);
  open('b');
  expect(api.cutShort.lost()).toEqual([]);
});
