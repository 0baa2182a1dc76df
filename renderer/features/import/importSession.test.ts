import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { ok } from '../../../shared/kernel/result.ts';
import type { Notice } from '../../../shared/methods.ts';
import type { DaybookStatus } from '../../../shared/protocol/daybook-status.ts';
import type { HostState } from '../../../shared/protocol/host-state.ts';
import type { Bridge } from '../../api/Bridge.ts';
import { createDaybookApi, hostKey, viewKey } from '../../api/createDaybookApi.ts';
import { sessionOf } from './importSession.ts';

const statusOf = (id: string): DaybookStatus => ({
  id,
  name: id,
  currency: 'USD',
  device: 'd',
  events: 0,
  findings: [],
  notes: [],
  privateIndex: { done: 0, total: 0 },
  poison: [],
  needsNewer: 0,
  lastVerified: null,
});

const stateOf = (open: string | null): HostState => ({
  daybooks: [],
  open: open === null ? null : statusOf(open),
  openFolder: open,
  home: '/home',
});

/** A window in which daybook `a` is open, with rows on its screen and a file that is to be brought in. */
const openWindow = () => {
  const released: string[] = [];
  const listeners: ((notice: Notice) => void)[] = [];
  const bridge: Bridge = {
    call: (() => Promise.resolve(ok(null))) as unknown as Bridge['call'],
    onNotice: (listener) => {
      listeners.push(listener);
      return () => {};
    },
    onStatus: () => () => {},
    status: () => 'up',
    files: {
      hand: () => Promise.resolve(ok({ id: 'f', name: 'people.csv', bytes: 1 })),
      place: () => Promise.resolve(ok(null)),
      deliver: () => {},
      release: (id) => void released.push(id),
    },
  };
  const queries = new QueryClient();
  const api = createDaybookApi(bridge, queries, { getItem: () => null, setItem: () => {} });
  const session = sessionOf(api);
  queries.setQueryData(hostKey, stateOf('a'));
  queries.setQueryData([...viewKey, 'people'], ['Ada']);
  session.change({ file: { id: 'f', name: 'people.csv', bytes: 1 } });
  return {
    queries,
    session,
    released,
    hear: (notice: Notice) => {
      for (const listener of listeners) listener(notice);
    },
    rows: () => queries.getQueryData([...viewKey, 'people']),
  };
};

it.each([
  ['it is locked', null],
  ['another is open', 'b'],
] as const)('nothing of a daybook stays when %s, by a notice or by asking again', (_, open) => {
  const told = openWindow();
  told.hear({ type: 'host', state: stateOf(open) });
  const asked = openWindow();
  asked.queries.setQueryData(hostKey, stateOf(open));
  for (const window of [told, asked]) {
    expect(window.rows()).toBeUndefined();
    expect(window.session.state().file).toBeNull();
    expect(window.released).toEqual(['f']);
  }
});

it('everything stays as long as the daybook does', () => {
  const { queries, session, released, rows } = openWindow();
  queries.setQueryData(hostKey, { ...stateOf('a'), restarts: 1 });
  expect(rows()).toEqual(['Ada']);
  expect(session.state().file).not.toBeNull();
  expect(released).toEqual([]);
});
