import type { Refusal } from '../../shared/protocol/refusal.ts';

/** How long a question is left alone that a full disk has kept from being answered. **Units:** milliseconds. */
const ASK_AGAIN_MS = 5_000;

/**
 * Has what is on the screen asked for again while a full disk keeps its rows from being made: nothing
 * changes in the daybook when there is room again, so nobody else would say so. It ends when an answer
 * comes, or when nobody asks any more.
 */
export const createRoomWatch = (askAgain: () => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    heard: ({ type }: Refusal): void => {
      if (type !== 'StorageFull') return;
      timer ??= setTimeout(() => {
        timer = null;
        askAgain();
      }, ASK_AGAIN_MS);
    },
  };
};
