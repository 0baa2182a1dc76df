import { useLayoutEffect, type RefObject } from 'react';
import { noteScroll, scrollOf } from './lastScroll.ts';

/** The part of the page that scrolls. */
const scrollerIn = (page: HTMLElement): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
  );

/** How long rows may take to come, until which there is nothing to scroll. **Units:** milliseconds. */
const WITHIN_MS = 3_000;

/** Whoever does one of these goes on from where they are, and is taken nowhere else any more. */
const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/** Scrolls the page to where it was when the daybook was locked, as soon as it is long enough. */
export const useScrollAfterLock = (page: RefObject<HTMLElement | null>, opening: string): void => {
  useLayoutEffect(() => {
    const main = page.current;
    const wanted = scrollOf(opening) ?? 0;
    const until = performance.now() + WITHIN_MS;
    let frame = 0;
    const scroll = (): void => {
      const scroller = main === null ? undefined : scrollerIn(main);
      if (scroller !== undefined && scroller.scrollHeight - scroller.clientHeight >= wanted)
        scroller.scrollTop = wanted;
      else if (performance.now() < until) frame = requestAnimationFrame(scroll);
    };
    const stop = (): void => cancelAnimationFrame(frame);
    if (wanted > 0) frame = requestAnimationFrame(scroll);
    for (const sign of signs)
      window.addEventListener(sign, stop, { capture: true, passive: true, once: true });
    return () => {
      stop();
      for (const sign of signs) window.removeEventListener(sign, stop, { capture: true });
      // Still on the page: it is taken away after this.
      noteScroll(opening, main === null ? 0 : (scrollerIn(main)?.scrollTop ?? 0));
    };
  }, [page, opening]);
};
