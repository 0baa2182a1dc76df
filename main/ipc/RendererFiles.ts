import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface RendererFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** Its name changes with its content, so a browser may keep it. */
  readonly hashed: boolean;
}

/** The files of the window by their path in the address, such as `/assets/index-4f2a.js`. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Built, the window stands beside the folder of the hosts; from source, where the build puts it. */
export const rendererFolder = (): string =>
  path.join(
    import.meta.dirname,
    typeof __DAYBOOK_BUILT__ === 'undefined' ? '../../dist/renderer' : '../renderer',
  );

/**
 * Takes the built window into memory, so that a build meanwhile cannot mix two versions, and so that
 * an address is only ever looked up among these names: no path from outside reaches the file system.
 * Source maps and what has no known type are left out.
 */
export const readRendererFiles = (folder: string): RendererFiles => {
  const files = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    files.set(address, {
      bytes: readFileSync(file),
      type,
      hashed: address.startsWith('/assets/'),
    });
  }
  const start = files.get('/index.html');
  if (start === undefined) throw new Error(`there is no index.html in ${folder}`);
  files.set('/', start);
  files.delete('/index.html');
  return files;
};
