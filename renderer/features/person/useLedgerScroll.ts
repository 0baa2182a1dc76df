import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

/** **Units:** CSS pixels; rows with long texts are higher and measured. */
export const ROW_HEIGHT = 32;

/** Where a ledger stands. **Units:** CSS pixels. */
interface Place {
  readonly top: number;
  /** The largest `top` that there is. */
  readonly end: number;
}

const placeOf = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement): Place => ({
  top: scrollTop,
  end: scrollHeight - clientHeight,
});

const isEnd = ({ top, end }: Place): boolean => end - top <= 1;

/**
 * Only somebody who reads further up moves it back where there is as much to see as before. Lines that
 * turn out higher, a new one, and less room for them only move the end on; where the end itself came
 * back, what is in sight came along.
 */
const hasBeenLeft = (before: Place, after: Place): boolean =>
  after.top < before.top && after.end >= before.end && !isEnd(after);

/**
 * The rows in sight of a ledger, with the last entry in sight at first, and whenever one is added below
 * it, rows turn out higher, or there is less room for them, until somebody leaves the end.
 */
export const useLedgerScroll = (count: number, onShow: (first: number, last: number) => void) => {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const place = useRef<Place>({ top: 0, end: 0 });
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShow(first, last), [first, last, onShow]);

  const keepEnd = useEffectEvent((): void => {
    const element = scroller.current;
    if (element === null || !isAtEnd.current || isEnd(placeOf(element))) return;
    virtual.scrollToEnd();
    place.current = placeOf(element);
  });
  // At every change of what is shown: the list may grow in a render that gives no other height.
  useLayoutEffect(() => keepEnd());
  useEffect(() => {
    const room = new ResizeObserver(() => keepEnd());
    if (scroller.current !== null) room.observe(scroller.current);
    return () => room.disconnect();
  }, []);

  const onScroll = (): void => {
    if (scroller.current === null) return;
    const now = placeOf(scroller.current);
    if (isEnd(now)) isAtEnd.current = true;
    else if (hasBeenLeft(place.current, now)) isAtEnd.current = false;
    place.current = now;
  };
  const goTo = useCallback(
    (index: number): void => {
      isAtEnd.current = false;
      virtual.scrollToIndex(index, { align: 'center' });
      // Where it stands may be known late: whoever types by then stays where they are.
      if (document.activeElement?.matches('input, textarea') === true) return;
      // What was pressed to come here may be out of sight, and the focus with it.
      scroller.current?.focus({ preventScroll: true });
    },
    [virtual],
  );
  return { scroller, onScroll, virtual, items, height: virtual.getTotalSize(), goTo };
};
