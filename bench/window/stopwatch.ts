import type { Page } from 'playwright-core';

/*
 * Measures inside the page, from the event that the browser dispatched to the frame that showed the
 * answer, so that nothing of the way from here to the browser is in the figure.
 */

/** What has to have happened on the screen for an answer to be there. */
export type Sight =
  /** A list of rows was asked again, and answers what was asked; or nobody was found. */
  | { readonly kind: 'rows' }
  /** The text of an element differs from this. */
  | { readonly kind: 'text'; readonly selector: string; readonly other: string };

interface Watch {
  readonly event: 'beforeinput' | 'keydown' | 'click';
  /** Only this key, where the event is one of keys. */
  readonly key?: string;
  readonly sight: Sight;
  /** How long it may take at most. **Units:** milliseconds. */
  readonly withinMs: number;
}

/** Runs in the page. */
const watch = ({ event, key, sight, withinMs }: Watch): Promise<number | null> =>
  new Promise((resolve, reject) => {
    let startedAt: number | null = null;
    let wasBusy = false;
    const late = setTimeout(
      () =>
        finish(() =>
          sight.kind === 'rows' ? resolve(null) : reject(new Error('the text has not changed')),
        ),
      withinMs,
    );
    const finish = (tell: () => void): void => {
      observer.disconnect();
      clearTimeout(late);
      document.removeEventListener(event, start, true);
      tell();
    };
    const isShown = (): boolean => {
      if (sight.kind === 'text') {
        const text = document.querySelector(sight.selector)?.textContent ?? sight.other;
        return text !== sight.other;
      }
      const grid = document.querySelector('main [role="grid"]');
      const isBusy = grid?.getAttribute('aria-busy') === 'true';
      wasBusy ||= isBusy;
      return wasBusy && !isBusy;
    };
    const hasGrid = (node: Node): boolean =>
      node instanceof Element && node.querySelector('[role="grid"] [role="gridcell"]') !== null;
    /** An answer may be there before anybody was told that it is waited for: then rows are others at once. */
    const areOtherRows = (changes: readonly MutationRecord[]): boolean =>
      sight.kind === 'rows' &&
      changes.some(
        ({ target, type, addedNodes }) =>
          type !== 'attributes' &&
          (target.parentElement?.closest('[role="grid"]') || [...addedNodes].some(hasGrid)),
      );
    const look = (changes: readonly MutationRecord[]): void => {
      if (startedAt === null) return;
      wasBusy ||= areOtherRows(changes);
      if (!isShown()) return;
      const from = startedAt;
      // The task after a frame's callbacks comes when the frame has been drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => finish(() => resolve(performance.now() - from)));
        port1.start();
        port2.postMessage(null);
      });
      startedAt = null;
    };
    const start = (dispatched: Event): void => {
      if (key !== undefined && (dispatched as KeyboardEvent).key !== key) return;
      document.removeEventListener(event, start, true);
      startedAt = dispatched.timeStamp;
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-busy'],
    });
    document.addEventListener(event, start, true);
    document.documentElement.dataset['watching'] = 'true';
  });

/**
 * From an event that `act` brings about to the frame that shows its answer; null where the same rows are
 * the answer, so that nothing changes on the screen. **Units:** milliseconds.
 */
export const measure = async (
  page: Page,
  watched: Watch,
  act: () => Promise<unknown>,
): Promise<number | null> => {
  await page.evaluate(() => {
    delete document.documentElement.dataset['watching'];
  });
  const measured = page.evaluate(watch, watched);
  measured.catch(() => undefined);
  await page.locator('html[data-watching]').waitFor({ state: 'attached' });
  await act();
  return measured;
};

/** The longest time between two frames while `act` goes on. **Units:** milliseconds. */
export const longestFrame = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['longestFrame'] = '0';
    let last = performance.now();
    const tick = (): void => {
      if (dataset['longestFrame'] === undefined) return;
      const now = performance.now();
      dataset['longestFrame'] = String(Math.max(Number(dataset['longestFrame']), now - last));
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    const { dataset } = document.documentElement;
    const longest = Number(dataset['longestFrame']);
    delete dataset['longestFrame'];
    return longest;
  });
};
