import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const packageFolder = path.join(root, 'node_modules/@sparticuz/chromium');
const cache = path.join(root, 'node_modules/.cache');

/** A browser out of its npm package, with the libraries and fonts it came with. */
export interface UnpackedChromium {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

const describe = (folder: string): UnpackedChromium => ({
  executable: path.join(folder, 'chromium'),
  environment: {
    // NSS and the like, so that no system package is needed.
    LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
  },
});

const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const packageVersion = (): string => {
  const found: unknown = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  if (typeof found !== 'object' || found === null || !('version' in found)) {
    throw new Error('@sparticuz/chromium tells no version');
  }
  return String(found.version);
};

const inflateInto = async (folder: string): Promise<void> => {
  const { inflate } = await import('@sparticuz/chromium');
  const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
  // The package unpacks into the temporary folder, which it asks for before it first waits.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const inflated = archives.map((name) => inflate(path.join(packageFolder, 'bin', name)));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(inflated);
};

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once for each version, some 210 MB, into the cache
 * of `node_modules`. Two processes may do so at once: the first to finish is kept.
 */
export const unpackChromium = async (): Promise<UnpackedChromium> => {
  const folder = path.join(cache, `chromium-${packageVersion()}`);
  if (existsSync(folder)) return describe(folder);
  mkdirSync(cache, { recursive: true });
  const stage = mkdtempSync(`${folder}-`);
  try {
    await inflateInto(stage);
    writeFileSync(path.join(stage, 'fonts.conf'), fontsConfiguration(folder));
    renameSync(stage, folder);
  } catch (cause) {
    if (!existsSync(folder)) throw cause;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return describe(folder);
};
