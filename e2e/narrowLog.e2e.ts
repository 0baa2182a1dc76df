import { expect, it } from 'vitest';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook();

it('the list of the log shows a sum whole or not at all', async () => {
  const app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada', limit: '99,999,999.99' });
  await app.person.whenShown('Ada');
  await app.person.account.charge({ amount: '9,999,999.99' });
  await expect.poll(app.person.account.statement).toHaveLength(1);
  await app.page.setViewportSize({ width: 1024, height: 640 });
  await app.shell.go('log');
  await app.log.whenShown();
  const cells = app.log.grid.getByRole('gridcell').filter({ hasText: /\$[\d,.]+/u });
  const whole = (): Promise<readonly boolean[]> =>
    cells.evaluateAll((elements) =>
      elements.map((cell) => {
        const range = document.createRange();
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) if (/\$[\d,.]+$/u.test(texts.currentNode.textContent ?? '')) break;
        range.selectNodeContents(texts.currentNode);
        const [sum, room] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
        return sum.left >= room.left && sum.right <= room.right + 0.5 && sum.bottom <= room.bottom;
      }),
    );
  await expect.poll(whole).toEqual([true, true]);
  await app.log.openAt(2);
  await app.log.panel.waitFor();
  await expect.poll(whole).toEqual([true, true]);
  // When it happened is said beside an entry that is open, in a window of the usual size.
  await app.page.setViewportSize({ width: 1280, height: 800 });
  await app.log.grid.getByRole('columnheader', { name: app.texts.log.recorded }).waitFor();
  await app.page.setViewportSize({ width: 1024, height: 640 });
  // In a column too narrow for it there is no part of it.
  await app.page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]');
    if (grid instanceof HTMLElement) grid.style.setProperty('--what', '4rem');
  });
  const seen = (): Promise<readonly boolean[]> =>
    app.log.grid.getByText(/^\$[\d,.]+$/u).evaluateAll((sums) =>
      sums.map((sum) => {
        const range = document.createRange();
        range.selectNodeContents(sum);
        const [first] = Array.from(range.getClientRects()).filter(({ width }) => width > 1);
        return first !== undefined && first.top < sum.getBoundingClientRect().bottom - 1;
      }),
    );
  await expect.poll(seen).toEqual([false, false]);
});
