import { readFileSync, statSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { createControls, listen } from './controls.ts';
import { createElectron } from './createElectron.ts';

/*
 * Runs the main entry of a program for Electron, unchanged, in plain Node: `electron <folder> [arguments]`.
 * Test equipment, and no substitute for the real one: `docs/known-gaps.md` says what it cannot show.
 */

const args = process.argv.slice(2);
const given = path.resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');

const mainOf = (place: string): string => {
  if (!statSync(place).isDirectory()) return place;
  const { main } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as {
    readonly main: string;
  };
  return path.join(place, main);
};

const standIn = createElectron(args);
Object.assign(globalThis, { standInElectron: standIn.electron });
module.registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'stand-in:electron', format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'stand-in:electron'
      ? {
          format: 'commonjs',
          source: 'module.exports = globalThis.standInElectron;',
          shortCircuit: true,
        }
      : next(url, context),
});

// As Electron has it: the program, the folder it was given, what stands behind it.
process.argv = [process.execPath, ...args];
Object.assign(process, { defaultApp: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Whoever ends it so answers no more questions, neither one that is asked nor one that closing asks.
    standIn.world.isEnding = true;
    standIn.app.quit();
  });
const socketFile = process.env['DAYBOOK_STAND_IN_SOCKET'];
if (socketFile !== undefined) listen(createControls(standIn), socketFile);

const entry = mainOf(given);
module.createRequire(entry)(entry);
