import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  stringifySearchWith,
} from '@tanstack/react-router';
import { expect, it } from 'vitest';
import { searches } from './searches.ts';

const routerAt = (address: string) => {
  const root = createRootRoute();
  const routes = Object.entries(searches).map(([name, validateSearch]) =>
    createRoute({ getParentRoute: () => root, path: `/${name}`, validateSearch }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [address] }),
    stringifySearch: stringifySearchWith(JSON.stringify),
  });
};

/** What a screen at this address is given. */
const seenAt = (address: string): unknown => {
  const router = routerAt(address);
  return router.matchRoutes(router.latestLocation).at(-1)?.search;
};

it.each([
  ['/people?sort=x&columns=7&filter=owing', { filter: 'owing' }],
  ['/people?sort=name', {}],
  ['/people?sort=-balance&nonsense=1', { sort: '-balance' }],
  ['/people?filter=owing&filter=erased', {}],
  ['/log?from=2026-13-99&at=-5&types=x', {}],
  ['/log?from=2026-11-01&to=never&at=1.5', { from: '2026-11-01' }],
  ['/log?at=12&type=7&person=8', { at: 12, type: ['7'], person: '8' }],
  ['/log?at=&type=["a","b"]', { type: ['a', 'b'] }],
  ['/overview?span=365', { span: '365' }],
  ['/overview?span=%22365%22&shape=table', { span: '365', shape: 'table' }],
  ['/overview?span=366&shape=true', {}],
  ['/overview?span=30&span=90', {}],
  ['/overview?__proto__=1&span', {}],
  ['/person?tab=history&account=7&kind=x', { tab: 'history', account: '7' }],
  ['/statement?from=2026-11-01&to=20261101', { from: '2026-11-01' }],
])('of %s only what can be read arrives', (address, seen) => {
  expect(seenAt(address)).toEqual(seen);
});

it('an address is written as it may be typed, and read again as it was', () => {
  const { href } = routerAt('/').buildLocation({ to: '/overview', search: { span: '365' } });
  expect(href).toBe('/overview?span=365');
  expect(seenAt(href)).toEqual({ span: '365' });
});
