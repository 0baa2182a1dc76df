import type { DaybookApi } from '../api/createDaybookApi.ts';
import { createListeners } from '../api/listeners.ts';

/**
 * What a daybook is that does not go on where somebody was, as it would after a lock: another than the one
 * before, or the same again that was closed for good.
 */
type FreshStart = 'another' | 'again';

const starts = createListeners<FreshStart>();

/** For what is kept of one daybook. It is told together with the window, which draws nothing of the next before. */
export const onFreshStart = starts.add;

let closed: string | null = null;

/** Says that somebody has closed this daybook for good. A program that is started anew does not know it. */
export const noteClosed = (id: string): void => {
  closed = id;
};

/** Listens to the program for as long as the window lives. */
export const followFreshStarts = (api: Pick<DaybookApi, 'onDaybookChanged'>): void => {
  let last: string | null = null;
  api.onDaybookChanged(({ left, entered }) => {
    last = left ?? last;
    if (entered === null || last === null) return;
    if (last !== entered) starts.tell('another');
    else if (closed === entered) starts.tell('again');
    closed = null;
  });
};
