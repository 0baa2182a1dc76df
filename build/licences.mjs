import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './stale.mjs';

/** What is beside the bundles and not in them. */
const besides = [
  {
    name: 'better-sqlite3',
    text: readFileSync(path.join(root, 'node_modules/better-sqlite3/LICENSE'), 'utf8'),
  },
  {
    name: 'SQLite (public domain)',
    text: 'SQLite is inside better-sqlite3. Its authors have dedicated it to the public domain.',
  },
  {
    name: 'Electron and Chromium (MIT, BSD and others)',
    text: 'The desktop program brings Electron and Chromium along. Their licences are in the files LICENSE.electron.txt and LICENSES.chromium.html beside it. In a browser, the browser is its own.',
  },
  {
    name: 'Pretendard (OFL-1.1)',
    text: 'Copyright (c) 2021, Kil Hyung-jin, with Reserved Font Name Pretendard. Licensed under the SIL Open Font License, Version 1.1, which is at https://openfontlicense.org.',
  },
];

/** The packages in a file that Vite wrote, by their headings. @param {string} file */
const packagesIn = (file) =>
  readFileSync(file, 'utf8')
    .split(/^## /mu)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return { name: name.trim(), text: lines.join('\n').trim() };
    });

/**
 * Puts the licences of all that is built in and beside it into one file, which the window shows.
 *
 * @param {readonly string[]} files
 * @param {string} to
 */
export const writeLicences = (files, to) => {
  const all = new Map(
    [...besides, ...files.flatMap(packagesIn)]
      // One that says more takes the place of a heading alone.
      .filter(({ text }) => text.trim() !== '')
      .map(({ name, text }) => [name, text.trim()]),
  );
  const parts = [...all]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([name, text]) => `## ${name}\n\n${text}\n`);
  writeFileSync(to, `# Licences\n\n${parts.join('\n')}`);
};
