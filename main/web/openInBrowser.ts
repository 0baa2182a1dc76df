import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Why no browser is opened by itself here, or null when one can be. */
export const whyNotOpened = (
  environment: Environment,
  platform: NodeJS.Platform,
): 'switchedOff' | 'ci' | 'noDisplay' | null => {
  if (isSet(environment['DAYBOOK_NO_BROWSER'])) return 'switchedOff';
  if (isSet(environment['CI'])) return 'ci';
  const hasDisplay = isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
  if (platform !== 'win32' && platform !== 'darwin' && !hasDisplay) return 'noDisplay';
  return null;
};

/** The program that opens a file in whatever the user has chosen for it. */
const opener = (platform: NodeJS.Platform, file: string): readonly [string, readonly string[]] => {
  if (platform === 'win32') return ['explorer.exe', [file]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [file]];
};

/** The page that leads a browser to the link. A token is safe text for HTML and for an address. */
const page = (link: string): string =>
  `<!doctype html>\n<meta charset="utf-8">\n<title>Daybook</title>\n` +
  `<meta name="referrer" content="no-referrer">\n<meta http-equiv="refresh" content="0; url=${link}">\n` +
  `<a href="${link}">Daybook</a>\n`;

/**
 * Opens the link in the user's browser, by way of a file that only the user may read: everybody on the
 * machine can see with which arguments a program was started, and the link is a secret until it is
 * used. Does nothing when it does not work out, since the link has been shown. Gives back what
 * removes the file.
 */
export const openInBrowser = (
  link: string,
  folder: string,
  platform: NodeJS.Platform,
): (() => void) => {
  const file = path.join(folder, 'open-daybook.html');
  const remove = (): void => rmSync(file, { force: true });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    remove();
    writeFileSync(file, page(link), { mode: 0o600, flag: 'wx' });
    const [program, parameters] = opener(platform, file);
    const child = spawn(program, parameters, { stdio: 'ignore', detached: true });
    child.on('error', () => {});
    child.unref();
  } catch {
    // The person follows the link instead.
  }
  return () => {
    try {
      remove();
    } catch {
      // The token in it is dead by then.
    }
  };
};
