import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to an element when it appears, as somebody expects of what they have just asked for:
 * before it is painted, so that it is never taken from where somebody is by then.
 */
export const useFocusOnMount = <Focusable extends HTMLElement>(): RefObject<Focusable | null> => {
  const place = useRef<Focusable>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return place;
};
