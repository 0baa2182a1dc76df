import type { Locator } from 'playwright-core';

/** Whether the keyboard is where a test expects it. */
export const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement);
