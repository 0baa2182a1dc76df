import type { Page } from 'playwright-core';

/** Makes a page so many times as slow as the machine is, until what it gives is called: a small or a busy one. */
export const slowDown = async (page: Page, rate: number): Promise<() => Promise<void>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return async () => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  };
};
