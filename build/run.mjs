import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { askForLargePages } from './largePages.mjs';
import { isStale, root } from './stale.mjs';

/** The programs of `dist/main` by the word given on the command line. */
const programs = { start: 'web.cjs', cli: 'cli.cjs', sample: 'sample.cjs' };

/** @param {string} line */
const refuse = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const [name = '', ...rest] = process.argv.slice(2);
const program = Object.entries(programs).find(([word]) => word === name)?.[1];
if (program === undefined) {
  refuse(`usage: node build/run.mjs <${Object.keys(programs).join('|')}> [arguments]`);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  refuse(
    `Daybook needs Node 22.14 or later; this is ${process.version}. "npm start" and "npm run daybook" bring their own.`,
  );
}

askForLargePages();

if (isStale()) {
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}

const file = path.join(root, 'dist/main', `${program}`);
if (!existsSync(file))
  refuse(`There is no ${path.relative(root, file)}: this part is not built yet.`);

// The built program takes this process over: its exit code, its signals and its standard streams
// are its own.
process.argv.splice(1, process.argv.length - 1, file, ...rest);
module.enableCompileCache(path.join(root, 'node_modules/.cache/compile'));
module.createRequire(file)(file);
