import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../main/ipc/securityHeaders.ts';
import { accessibilityProblems, openWindows, type Windows } from './Windows.ts';

/** Pages with a fault each, so that the run is known to see such faults. */
const faults: Readonly<Record<string, string>> = {
  '/inline-script': '<script>document.title = "ran"</script>',
  '/inline-style': '<p style="color: red">Red</p>',
  '/foreign-image': '<img src="http://127.0.0.1:1/a.png" alt="">',
  '/no-label': '<main><h1>Form</h1><input></main>',
  '/sound': '<main><h1>Sound</h1></main>',
};

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  const body = faults[request.url ?? ''] ?? '';
  response.end(
    `<!doctype html><html lang="en"><head><title>Page</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
  );
});

let origin = '';
let windows: Windows;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  windows = await openWindows();
});
afterAll(async () => {
  await windows.close();
  server.close();
});

const show = async (path: string) => {
  const page = await windows.newPage(await windows.newProfile());
  await page.goto(origin + path);
  return page;
};

it.each(['/inline-script', '/inline-style', '/foreign-image'])(
  'a breach of the content security policy is noted: %s',
  async (path) => {
    await show(path);
    await expect.poll(() => windows.problems().join()).toContain('content security policy');
  },
);

it('an error of the page is noted', async () => {
  const page = await show('/sound');
  expect(windows.problems()).toEqual([]);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await expect.poll(() => windows.problems().join()).toContain('uncaught: planted');
});

it('a field without a label is noted, and nothing of a sound page', async () => {
  expect(await accessibilityProblems(await show('/no-label'))).toEqual(['label: input']);
  expect(await accessibilityProblems(await show('/sound'))).toEqual([]);
});
