import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type FoundChromium, findChromium, launchOptions } from './chromium.ts';

const withoutBrowsers = { ...process.env, DAYBOOK_CHROMIUM: undefined, PATH: '' };
const hasPackage = process.platform === 'linux' && process.arch === 'x64';

const servePage = async (html: string): Promise<{ address: string; close: () => void }> => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
};

/** The width and height that a PNG file says it has. */
const pngSize = (png: Buffer): readonly [number, number] => [
  png.readUInt32BE(16),
  png.readUInt32BE(20),
];

const picture = async (found: FoundChromium): Promise<{ heading: string; png: Buffer }> => {
  const { address, close } = await servePage('<h1>장부</h1>');
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
    await page.goto(address);
    return {
      heading: await page.locator('h1').innerText(),
      png: await page.screenshot(),
    };
  } finally {
    await browser.close();
    close();
  }
};

describe('the browser of the end-to-end run', () => {
  it('shows a page and takes its picture', async () => {
    const { heading, png } = await picture(await findChromium());
    expect(heading).toBe('장부');
    expect(pngSize(png)).toEqual([640, 480]);
  });

  it.runIf(hasPackage)('comes from the npm package where the machine has none', async () => {
    const found = await findChromium(withoutBrowsers);
    expect(found.from).toBe('package');
    const { heading, png } = await picture(found);
    expect(heading).toBe('장부');
    expect(pngSize(png)).toEqual([640, 480]);
  });

  it('is the one that DAYBOOK_CHROMIUM names, before any other', async () => {
    const found = await findChromium({ ...process.env, DAYBOOK_CHROMIUM: process.execPath });
    expect(found).toMatchObject({ from: 'DAYBOOK_CHROMIUM', executable: process.execPath });
  });

  it('is not looked for elsewhere when DAYBOOK_CHROMIUM names nothing', async () => {
    await expect(findChromium({ DAYBOOK_CHROMIUM: '/nowhere/chromium' })).rejects.toThrow(
      'DAYBOOK_CHROMIUM',
    );
  });
});
