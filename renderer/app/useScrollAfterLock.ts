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
    if (wanted > 0) frame = requestAnimationFrame(scroll);
    return () => {
      cancelAnimationFrame(frame);
      // Still on the page: it is taken away after this.
      noteScroll(opening, main === null ? 0 : (scrollerIn(main)?.scrollTop ?? 0));
    };
  }, [page, opening]);
};
