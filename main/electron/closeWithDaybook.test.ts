import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import type { DaybookService } from '../ipc/createDaybookService.ts';
import { closeWithDaybook, type ClosingDependencies } from './closeWithDaybook.ts';

const running = { kind: 'import' } as RunningJob;

/** A window that has been told to close, and what became of it. */
const closeWhere = async ({
  holds = false,
  jobs = [],
  mayClose,
}: {
  readonly holds?: boolean;
  readonly jobs?: readonly RunningJob[];
  readonly mayClose: ClosingDependencies['mayClose'];
}) => {
  const destroy = vi.fn();
  const log = vi.fn();
  const window = Object.assign(new EventEmitter(), {
    isMinimized: () => false,
    isMaximized: () => false,
    getNormalBounds: () => ({ x: 0, y: 0, width: 800, height: 600 }),
    show: () => {},
    focus: () => {},
    hide: () => {},
    destroy,
  });
  const isClosing = closeWithDaybook(window as unknown as BrowserWindow, {
    service: { jobs: () => jobs, close: () => Promise.resolve() } as unknown as DaybookService,
    holds: () => holds,
    mayClose,
    // In no folder: that the place cannot be kept bothers nobody.
    placeFile: '/dev/null/place',
    log,
  });
  const close = async () => {
    window.emit('close', { preventDefault: () => {} });
    await new Promise((resolve) => void setImmediate(resolve));
  };
  await close();
  return { isClosing, destroy, log, close };
};

describe('a window that is told to close', () => {
  test('goes with its daybook where nothing would be lost, and asks nothing', async () => {
    const mayClose = vi.fn();
    const { destroy } = await closeWhere({ mayClose });
    expect(destroy).toHaveBeenCalledOnce();
    expect(mayClose).not.toHaveBeenCalled();
  });

  test('stays where it is told to, and asks again the next time', async () => {
    const mayClose = vi.fn(() => Promise.resolve(false));
    const { destroy, close, isClosing } = await closeWhere({ holds: true, mayClose });
    expect(isClosing()).toBe(false);
    await close();
    expect(mayClose).toHaveBeenCalledTimes(2);
    expect(destroy).not.toHaveBeenCalled();
  });

  const cannotAsk = () => Promise.reject(new Error('no dialog'));

  test('keeps what was typed where the question cannot be asked', async () => {
    const { destroy, log, isClosing } = await closeWhere({ holds: true, mayClose: cannotAsk });
    expect(isClosing()).toBe(false);
    expect(destroy).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledOnce();
  });

  test('goes where it cannot be asked about long work, which can be begun again', async () => {
    const { destroy, log } = await closeWhere({ jobs: [running], mayClose: cannotAsk });
    expect(destroy).toHaveBeenCalledOnce();
    expect(log).toHaveBeenCalledOnce();
  });
});
