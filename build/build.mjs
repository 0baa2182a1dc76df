import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { writeLicences } from './licences.mjs';
import { root, stampFile } from './stale.mjs';

const dist = path.join(root, 'dist');

/**
 * What becomes a file of its own in `dist/main`. All lie in one folder, chunks too, so a host finds
 * the worker beside itself.
 */
const mainEntries = {
  cli: 'main/cli/main.ts',
  electron: 'main/electron/main.ts',
  sample: 'main/cli/sample.ts',
  web: 'main/cli/start.ts',
  worker: 'main/engine/worker.ts',
};

/** What stands between a desktop window and the program, in `dist/preload`. */
const preloadEntry = 'main/electron/preload.ts';

/** The window's page, in `dist/renderer`. */
const rendererEntry = 'renderer/index.html';

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** @type {import('vite').InlineConfig} */
const common = {
  root,
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  define: { __DAYBOOK_BUILT__: 'true' },
};

/**
 * The hosts and the engine worker as CommonJS: Electron and worker threads both load it, and
 * better-sqlite3, the only package left outside, is found by plain `require`. `electron` is none: the
 * desktop program has it built in.
 *
 * @param {Record<string, string>} input
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
const mainConfig = (input, outDir) => ({
  ...common,
  ssr: { target: 'node', noExternal: true, external: ['better-sqlite3', 'electron'] },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node22.14',
    minify: false,
    sourcemap: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input,
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'shared-[hash].cjs',
      },
    },
  },
});

/**
 * The preload is one file without any other: in its sandbox nothing else can be loaded.
 *
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
const preloadConfig = (outDir) => {
  const config = mainConfig({ preload: preloadEntry }, outDir);
  return { ...config, build: { ...config.build, license: false } };
};

/**
 * The first paint waits for the script, which puts the chosen theme on the page: no light flash in the dark.
 *
 * @type {import('vite').Plugin}
 */
const paintAfterScript = {
  name: 'paint-after-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace('<script type="module"', '<script blocking="render" type="module"'),
  },
};

/**
 * The page. No inlined assets and no preload script: the content security policy of both hosts
 * allows files of the same origin only.
 *
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
const rendererConfig = (outDir) => ({
  ...common,
  root: path.join(root, 'renderer'),
  base: './',
  plugins: [
    react(),
    // React Aria has its own words in some thirty languages on board.
    optimizeLocales.vite({ locales: ['en-US', 'ko-KR'] }),
    paintAfterScript,
  ],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    license: { fileName: 'licenses.md' },
    rolldownOptions: { input: path.join(root, rendererEntry) },
  },
});

/**
 * Puts a finished folder in the place of the old one. A build that fails leaves the old one alone,
 * and two builds at once cannot mix their files.
 *
 * @param {string} from
 * @param {string} to
 */
const replace = (from, to) => {
  const old = `${from}-old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      rmSync(old, { recursive: true, force: true });
      if (existsSync(to)) renameSync(to, old);
      renameSync(from, to);
      break;
    } catch (cause) {
      // Another build put its own folder there in between.
      if (attempt === 5) throw cause;
    }
  }
  rmSync(old, { recursive: true, force: true });
};

/** Builds everything there is into `dist`. Speaks on standard error only. */
export const buildAll = async () => {
  const startedAt = new Date();
  // Whoever starts it, such as a runner of tests that says `test` here: React is half as fast otherwise.
  process.env['NODE_ENV'] = 'production';
  const stage = path.join(root, `.dist-${process.pid}`);
  const present = Object.entries({
    ...mainEntries,
    preload: preloadEntry,
    renderer: rendererEntry,
  }).filter(([name, file]) => {
    const exists = existsSync(path.join(root, file));
    if (!exists) say(`build: ${name} left out, there is no ${file}`);
    return exists;
  });
  const names = present.map(([name]) => name);
  const mainInput = Object.fromEntries(
    present.filter(([name]) => Object.hasOwn(mainEntries, name)),
  );
  const configs = {
    ...(Object.keys(mainInput).length > 0
      ? { main: mainConfig(mainInput, path.join(stage, 'main')) }
      : {}),
    ...(names.includes('preload') ? { preload: preloadConfig(path.join(stage, 'preload')) } : {}),
    ...(names.includes('renderer')
      ? { renderer: rendererConfig(path.join(stage, 'renderer')) }
      : {}),
  };
  try {
    await Promise.all(Object.values(configs).map((config) => build(config)));
    if (configs.renderer !== undefined)
      writeLicences(
        // Nothing of anybody else's is built into the preload.
        Object.entries(configs)
          .filter(([, { build: options }]) => options?.license !== false)
          .map(([part]) => path.join(stage, part, 'licenses.md')),
        path.join(stage, 'renderer/licenses.txt'),
      );
    mkdirSync(dist, { recursive: true });
    for (const part of Object.keys(configs)) replace(path.join(stage, part), path.join(dist, part));
    writeFileSync(stampFile, '');
    // As old as its oldest source may be: what was saved while the build ran is newer.
    utimesSync(stampFile, startedAt, startedAt);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  say(`build: ${names.join(', ')} in ${Date.now() - startedAt.getTime()} ms`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
