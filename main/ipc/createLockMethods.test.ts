import { expect, test } from 'vitest';
import type { HostState } from '../../shared/protocol/host-state.ts';
import { createLockMethods } from './createLockMethods.ts';

const MINUTE = 60_000;

const start = () => {
  const clock = { now: 1_000_000 };
  let released = 0;
  const lock = createLockMethods({
    slot: {
      open: () => ({ folder: '/shop', name: 'Shop' }),
      crashed: () => null,
      restarts: () => 0,
      tell: () => Promise.reject(new Error('not asked')),
      ask: () => Promise.reject(new Error('not asked')),
      take: () => undefined,
      release: () => Promise.resolve(),
    },
    nowMs: () => clock.now,
    jobs: () => [],
    release: () => {
      released += 1;
      return Promise.resolve();
    },
    announce: () => Promise.resolve({} as HostState),
    inTurn: (work) => work(),
    failed: (thrown) => {
      throw thrown;
    },
  });
  lock.stop();
  return {
    lock,
    /** How often the daybook has been locked when somebody comes back after two minutes. */
    comeBack: async (): Promise<number> => {
      await lock.methods['daybook/active']({ lockAfterMinutes: 1 });
      clock.now += 2 * MINUTE;
      await lock.methods['daybook/active']({ lockAfterMinutes: 1 });
      return released;
    },
  };
};

test('the clock locks what is open', async () => {
  expect(await start().comeBack()).toBe(1);
});

test('the clock does not lock what would be lost with it, and somebody may', async () => {
  const { lock, comeBack } = start();
  lock.holdOff();
  expect(await comeBack()).toBe(0);
  await lock.methods['daybook/lock']({});
  expect(await comeBack()).toBe(2);
});
