import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { expect, it } from 'vitest';
import { addressOf, peopleSearchSchema } from '../features/people/peopleSearch.ts';
import { logSearchSchema, tidyLogSearch } from '../features/log/logSearch.ts';
import { readSearch } from './readSearch.ts';

/** What a screen at this address is given. */
const seenAt = (address: string): unknown => {
  const root = createRootRoute();
  const people = createRoute({
    getParentRoute: () => root,
    path: '/people',
    validateSearch: readSearch((search) => addressOf(peopleSearchSchema.parse(search))),
  });
  const log = createRoute({
    getParentRoute: () => root,
    path: '/log',
    validateSearch: readSearch((search) => tidyLogSearch(logSearchSchema.parse(search))),
  });
  const router = createRouter({
    routeTree: root.addChildren([people, log]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  return router.matchRoutes(router.latestLocation).at(-1)?.search;
};

it.each([
  ['/people?sort=x&columns=7&filter=owing', { filter: 'owing' }],
  ['/people?sort=name', {}],
  ['/people?sort=-balance&nonsense=1', { sort: '-balance' }],
  ['/log?from=2026-13-99&at=-5&types=x', {}],
  ['/log?from=2026-11-01&to=never', { from: '2026-11-01' }],
])('of %s only what can be read arrives', (address, seen) => {
  expect(seenAt(address)).toEqual(seen);
});
