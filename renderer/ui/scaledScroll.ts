/**
 * Chromium cuts an element off at about 33.5 million pixels. A list that would be longer is as long as
 * this, and scrolls over more than a pixel for each pixel. **Units:** CSS pixels.
 */
export const LONGEST_BODY = 33_000_000;

/** How a long list is laid over a body that is shorter. */
export interface ScaledScroll {
  /** Of the element that scrolls. */
  readonly bodyHeight: number;
  /** Where in the whole list a place of the scroll bar is, and the other way round. */
  readonly toList: (scrolled: number) => number;
  readonly toScrolled: (offset: number) => number;
}

/**
 * Both ends of the list are at both ends of the scroll bar. Short lists are as they are.
 *
 * `view` is the height of what is in sight of the body.
 */
export const scaleScroll = (
  listHeight: number,
  view: number,
  longest: number = LONGEST_BODY,
): ScaledScroll => {
  const bodyHeight = Math.min(listHeight, longest);
  const way = bodyHeight - view;
  const factor = bodyHeight < listHeight && way > 0 ? (listHeight - view) / way : 1;
  return {
    bodyHeight,
    toList: (scrolled) => scrolled * factor,
    toScrolled: (offset) => offset / factor,
  };
};
