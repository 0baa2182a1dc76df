import { useState } from 'react';
import type { DaybookApi } from '../api/createDaybookApi.ts';
import { createListeners } from '../api/createListeners.ts';

/**
 * What a daybook is that does not go on where somebody was, as it would after a lock: another than the one
 * before, or the same again that was closed for good.
 */
type FreshStart = 'another' | 'again';

const starts = createListeners<FreshStart>();

/** For what is kept of one daybook. It is told together with the window, which draws nothing of the next before. */
export const onFreshStart = starts.add;

const entries = createListeners<DaybookApi>();

/** For what is asked of a daybook as soon as it is open, before anything of it is drawn; told after a fresh start. */
export const onEntered = entries.add;

let count = 0;

/**
 * Names what goes on where somebody was, from one fresh start to the next. What a screen has left under another
 * opening is nothing to this one: it may say so while it is being taken away.
 */
export const currentOpening = (): string => `${count}`;

/** The opening that a screen belongs to, as long as it lives. */
export const useOpening = (): string => useState(currentOpening)[0];

/** Listens to the program for as long as the window lives. */
export const followFreshStarts = (api: DaybookApi): void => {
  let last: string | null = null;
  api.onDaybookChanged(({ left, entered, isClosed }) => {
    last = left ?? last;
    if (entered === null) return;
    if (last !== null && (last !== entered || isClosed)) {
      count += 1;
      starts.tell(last === entered ? 'again' : 'another');
    }
    entries.tell(api);
  });
};
