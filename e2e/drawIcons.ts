import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWindows } from './Windows.ts';

/*
 * Draws the program's icons for `electron-builder.yml` out of `renderer/icon.svg`. Run by hand when the
 * drawing has changed; the files are kept, so that packing needs no tool that draws.
 */

const root = path.resolve(import.meta.dirname, '..');
const resources = path.join(root, 'build/resources');
const svg = readFileSync(path.join(root, 'renderer/icon.svg'), 'utf8');

const draw = async (page: Page, size: number): Promise<Buffer> => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
};

/** **Source:** the ICO format: a directory, and PNG images behind it. 0 stands for 256. */
const icoOf = (images: readonly (readonly [number, Buffer])[]): Buffer => {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of images.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
};

const icnsTypes = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/** **Source:** the ICNS format: chunks of a type and a length, each a PNG image. */
const icnsOf = (images: readonly (readonly [number, Buffer])[]): Buffer => {
  const chunk = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([head, content]);
  };
  const chunks = images.flatMap(([size, png]) => {
    const type = icnsTypes.get(size);
    return type === undefined ? [] : [chunk(type, png)];
  });
  return chunk('icns', Buffer.concat(chunks));
};

const main = async (): Promise<void> => {
  const windows = await openWindows();
  const page = await windows.newPage(await windows.newProfile());
  const images: [number, Buffer][] = [];
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024])
    images.push([size, await draw(page, size)]);
  await windows.close();
  mkdirSync(path.join(resources, 'icons'), { recursive: true });
  for (const [size, png] of images)
    if (size <= 512) writeFileSync(path.join(resources, 'icons', `${size}x${size}.png`), png);
  writeFileSync(path.join(resources, 'icon.ico'), icoOf(images.filter(([size]) => size <= 256)));
  writeFileSync(path.join(resources, 'icon.icns'), icnsOf(images));
};

await main();
process.exit(0);
