import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ needsBrowserHost: 'links' });

it('the link leads into the window and out of the address, and a reload stays there', async () => {
  const page = await inUse.windows().newPage(await inUse.windows().newProfile());
  await page.goto(await inUse.daybook().newLink());
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(page.url()).not.toContain('token');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

it('a page of another origin that leads to the link gets there too', async () => {
  const link = await inUse.daybook().newLink();
  const file = path.join(inUse.scratch, 'open.html');
  writeFileSync(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${link}">`);
  const page = await inUse.windows().newPage(await inUse.windows().newProfile());
  await page.goto(`file://${file}`);
  await page.waitForURL((url) => url.protocol === 'http:' && url.search === '');
  await page.getByRole('textbox').first().waitFor();
});

it.each([
  ['en', 'light', 'This link has been used'],
  ['ko', 'dark', '이미 사용한 링크입니다'],
] as const)(
  'a used link says so and what to do, in %s and %s',
  async (locale, colorScheme, title) => {
    const used = await inUse.daybook().newLink();
    await fetch(used, { redirect: 'manual' });
    const page = await inUse
      .windows()
      .newPage(await inUse.windows().newProfile({ locale, colorScheme }));
    await page.goto(used);
    await expect.poll(() => page.getByRole('heading').innerText()).toBe(title);
    expect(await accessibilityProblems(page)).toEqual([]);
    // The browser says on the console that the page came with status 403, as it should.
    expect(inUse.windows().problems()).toHaveLength(1);
  },
);
