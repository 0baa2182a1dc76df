import type { WebContents } from 'electron';

/** Whether a page holds what would be lost with it, as it has said itself. */
export interface PageHold {
  readonly tell: (holds: boolean) => void;
  readonly holds: () => boolean;
}

/** The page says it as it changes, so that the program knows it of a page too that answers no more. */
export const createPageHold = (contents: WebContents): PageHold => {
  let held = false;
  contents.on('render-process-gone', () => {
    held = false;
  });
  return {
    tell: (holds) => {
      held = holds;
    },
    holds: () => held,
  };
};
