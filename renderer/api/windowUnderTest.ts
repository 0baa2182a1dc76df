import { QueryClient } from '@tanstack/react-query';
import { ok } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { Bridge, BridgeStatus } from './Bridge.ts';
import { createDaybookApi } from './createDaybookApi.ts';

const statusOf = (id: string): DaybookStatus => ({
  id,
  name: id,
  currency: 'USD',
  device: 'd',
  member: 'm',
  events: 0,
  findings: [],
  notes: [],
  privateIndex: { done: 0, total: 0 },
  poison: [],
  needsNewer: 0,
  clockAhead: null,
  lastVerified: null,
});

/** What the program says when the daybook of this id is open. */
export const stateOf = (open: string | null, closings?: number): HostState => ({
  daybooks: [],
  open: open === null ? null : statusOf(open),
  openFolder: open,
  home: '/home',
  ...(closings === undefined ? {} : { closings }),
});

/** What a window has of the program, which says what a test makes it say. */
export const openWindow = () => {
  const released: string[] = [];
  const statuses: ((status: BridgeStatus) => void)[] = [];
  const listeners: ((notice: Notice) => void)[] = [];
  const bridge: Bridge = {
    call: (() => Promise.resolve(ok(null))) as unknown as Bridge['call'],
    onNotice: (listener) => {
      listeners.push(listener);
      return () => {};
    },
    onStatus: (listener) => {
      statuses.push(listener);
      return () => {};
    },
    status: () => 'up',
    files: {
      hand: () => Promise.resolve(ok({ id: 'f', name: 'people.csv', bytes: 1 })),
      place: () => Promise.resolve(ok(null)),
      deliver: () => {},
      release: (id) => void released.push(id),
    },
  };
  const queries = new QueryClient();
  return {
    queries,
    api: createDaybookApi(bridge, queries, { getItem: () => null, setItem: () => {} }),
    released,
    become: (status: BridgeStatus) => {
      for (const listener of statuses) listener(status);
    },
    hear: (notice: Notice) => {
      for (const listener of listeners) listener(notice);
    },
  };
};
