import type { Page } from 'playwright-core';
import { accessibilityProblems } from './Windows.ts';

/** Colours that change may do so over some frames, an element after the one it is in. */
export const untilStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let still = 0; still < 5;) {
      await new Promise((resolve) => void requestAnimationFrame(resolve));
      still = document.getAnimations().length === 0 ? still + 1 : 0;
    }
  });

/** What is wrong with a page for whoever needs it to be right, in light and in dark. */
export const inBothLights = async (
  page: Page,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const found: Record<string, readonly string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await untilStill(page);
    found[colorScheme] = await accessibilityProblems(page);
  }
  return found;
};

export const none = { light: [], dark: [] };
