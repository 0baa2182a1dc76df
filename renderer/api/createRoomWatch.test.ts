import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRoomWatch } from './createRoomWatch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('what a full disk keeps from being shown is asked for again, once for all that was refused', () => {
  const askAgain = vi.fn();
  const watch = createRoomWatch(askAgain);
  watch.heard({ type: 'StorageFull' });
  watch.heard({ type: 'StorageFull' });
  expect(askAgain).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(askAgain).toHaveBeenCalledTimes(1);
  watch.heard({ type: 'StorageFull' });
  vi.runAllTimers();
  expect(askAgain).toHaveBeenCalledTimes(2);
});

it('nothing is asked for again that is refused for another reason', () => {
  const askAgain = vi.fn();
  createRoomWatch(askAgain).heard({ type: 'InputInvalid' });
  vi.runAllTimers();
  expect(askAgain).not.toHaveBeenCalled();
});
