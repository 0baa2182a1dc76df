import type { DaybookApi } from '../api/createDaybookApi.ts';

let isClosing = false;
let isElsewhere = false;

/** Notes that this window closes the daybook, before it does: nobody has to be told of what they did. */
export const noteClosing = (closes: boolean): void => {
  isClosing = closes;
};

/** Whether another window has closed the daybook that this one had open. */
export const wasClosedElsewhere = (): boolean => isElsewhere;

/** Listens to the program for as long as the window lives. */
export const followClosings = (api: Pick<DaybookApi, 'onDaybookChanged'>): void => {
  api.onDaybookChanged(({ entered, isClosed }) => {
    isElsewhere = entered === null && isClosed && !isClosing;
    isClosing = false;
  });
};
