import type { Page } from 'playwright-core';

/** Plants a fault of the browser's own until the page is loaded again: no amount can be written any more. */
export const failAtAmounts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { NumberFormat } = Intl;
    const broken = function (locale?: string, options: Intl.NumberFormatOptions = {}) {
      if (options.style === 'currency') throw new Error('planted');
      return new NumberFormat(locale, options);
    };
    Object.assign(Intl, { NumberFormat: broken });
  });
