import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * The packer of the desktop program, run over a distribution of Electron that is none: so what is packed can
 * be looked at on a machine that has no Electron and no network. For tests only.
 */

const root = path.resolve(import.meta.dirname, '..');

/** The builder's own parts are no packages of ours: they are found as it finds them. */
const ofBuilder = createRequire(
  createRequire(import.meta.url).resolve('electron-builder/package.json'),
);
const ofPacker = createRequire(ofBuilder.resolve('app-builder-lib/package.json'));

interface Asar {
  readonly listPackage: (archive: string, options: { readonly isPack: boolean }) => string[];
  readonly extractAll: (archive: string, folder: string) => void;
}
export const asar = ofPacker('@electron/asar') as Asar;

interface Fuses {
  readonly getCurrentFuseWire: (
    executable: string,
  ) => Promise<Readonly<Record<string, number | string>>>;
  readonly FuseV1Options: Readonly<Record<string, number | string>>;
}
const fuses = ofPacker('@electron/fuses') as Fuses;

/** Fuses of an executable by name. **Source:** `FuseState` of @electron/fuses. */
export const readFuses = async (
  executable: string,
): Promise<Readonly<Record<string, boolean | null>>> => {
  const wire = await fuses.getCurrentFuseWire(executable);
  const states = new Map<unknown, boolean>([
    [0x30, false],
    [0x31, true],
  ]);
  return Object.fromEntries(
    Object.entries(fuses.FuseV1Options)
      .filter(([, index]) => typeof index === 'number')
      .map(([name, index]) => [
        name.charAt(0).toLowerCase() + name.slice(1),
        states.get(wire[index]) ?? null,
      ]),
  );
};

export interface BuilderSettings {
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly [key: string]: unknown;
}

/** `electron-builder.yml`, a new object each time. */
export const readSettings = (): BuilderSettings => {
  const { load } = ofPacker('js-yaml') as { readonly load: (text: string) => BuilderSettings };
  return load(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'));
};

/** Rejects where the builder's own schema does. */
export const validateSettings = async (settings: object): Promise<void> => {
  const { validateConfiguration } = ofPacker('./out/util/config/config.js') as {
    readonly validateConfiguration: (settings: object, log: object) => Promise<void>;
  };
  await validateConfiguration(settings, { isEnabled: false });
};

/** The fuse wire of an executable as Electron ships it: nine fuses, the first two states by turns. */
const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('101101001', 'latin1'),
]);

const writeNoElectron = (folder: string): void => {
  const files: Readonly<Record<string, string | Buffer>> = {
    electron: Buffer.concat([Buffer.from('no program\n'), wire, Buffer.from('\n')]),
    LICENSE: 'of Electron',
    'LICENSES.chromium.html': 'of Chromium',
    'locales/en-US.pak': '',
    'locales/fr.pak': '',
    'locales/ko.pak': '',
    'resources/.keep': '',
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: 0o755 });
  }
};

export interface Packed {
  /** The folder of the program, as it would be installed. */
  readonly folder: string;
  /** Whatever the builder would have fetched would be here. */
  readonly fetched: string;
}

/** Packs the program for this machine into a folder, without a network. */
export const pack = async (scratch: string): Promise<Packed> => {
  const [electron, out, home, fetched] = ['electron', 'out', 'home', 'fetched'].map((name) =>
    path.join(scratch, name),
  ) as [string, string, string, string];
  writeNoElectron(electron);
  mkdirSync(home);
  const nowhere = 'http://127.0.0.1:9';
  const child = spawn(
    process.execPath,
    [
      ofBuilder.resolve('./cli.js'),
      '--linux',
      '--dir',
      `--${process.arch}`,
      `-c.electronDist=${electron}`,
      `-c.directories.output=${out}`,
    ],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        ELECTRON_BUILDER_CACHE: fetched,
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        npm_config_offline: 'true',
        npm_config_update_notifier: 'false',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((resolve) => void child.once('close', resolve));
  if (code !== 0) throw new Error(`the packer ended with ${String(code)}: ${said}`);
  return {
    folder: path.join(
      out,
      process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
    ),
    fetched,
  };
};
