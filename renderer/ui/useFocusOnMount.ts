import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to an element when it appears, as somebody expects of what they have just asked for. */
export const useFocusOnMount = <Focusable extends HTMLElement>(): RefObject<Focusable | null> => {
  const place = useRef<Focusable>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
};
