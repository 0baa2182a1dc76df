import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from '../Row.ts';

const renderer = path.resolve(import.meta.dirname, '../../dist/renderer');
const MEGABYTE = 1_000_000;

/** How large the built window is. Fonts and source maps are not counted. */
export const bundleRows = (): readonly Row[] => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /[.](js|css|html)$/.test(name))
    .map((name) => readFileSync(path.join(renderer, name)));
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
  const row = (work: string, bytes: number): Row => ({
    work,
    unit: 'MB',
    raw: [],
    ours: [bytes / MEGABYTE],
    bar: null,
  });
  return [
    row('window: scripts and styles', sum(files.map(({ length }) => length))),
    row('… compressed', sum(files.map((file) => gzipSync(file).length))),
  ];
};
