import { readFileSync } from 'node:fs';

/*
 * Making a key from a passphrase fills 128 MB in no order, on purpose. With the usual pages of 4 KB most
 * of its time goes into finding them; with large ones it takes a third to a half (docs/performance.md).
 * On most systems with Linux a program gets large pages where it asks for them, and glibc asks when this
 * is set before the program begins (decision 23).
 */

const name = 'GLIBC_TUNABLES';
const value = 'glibc.malloc.hugetlb=1';

/** True where large pages are there for programs that ask, and only for those. */
const areToBeAskedFor = () => {
  try {
    const modes = readFileSync('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8');
    return modes.includes('[madvise]');
  } catch {
    // Not Linux, or a Linux without them.
    return false;
  }
};

/**
 * Begins this program once more, in the same process, with large pages for large blocks of memory.
 * Returns where that is done, or is not to be had: then the program goes on. What it starts itself, such
 * as the user's browser, inherits nothing of it. Somebody's own settings of glibc are left alone.
 */
export const askForLargePages = () => {
  const { [name]: set, ...environment } = process.env;
  if (set === value) delete process.env[name];
  if (set !== undefined || process.execve === undefined || !areToBeAskedFor()) return;
  process.execve(
    process.execPath,
    [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      ...environment,
      [name]: value,
    },
  );
};
