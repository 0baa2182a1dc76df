import type { Locator, Page } from 'playwright-core';

/**
 * Drops what lies at these paths onto an element. The browser is told as the system tells it, by paths:
 * only so it finds out by itself what of them is a folder, which nothing made in the page can be.
 */
export const dropFiles = async (
  page: Page,
  onto: Locator,
  paths: readonly string[],
): Promise<void> => {
  await onto.scrollIntoViewIfNeeded();
  const box = await onto.boundingBox();
  if (box === null) throw new Error('there is nothing to drop onto');
  const tools = await page.context().newCDPSession(page);
  const at = {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    data: { items: [], files: [...paths], dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, ...at });
  await tools.detach();
};
