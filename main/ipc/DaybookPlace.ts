import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { parseUntrustedJson } from '../../shared/kernel/untrusted-json.ts';
import type { KnownDaybook, ListedDaybook } from '../../shared/protocol/host-state.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { findDaybook } from '../engine/startEngine.ts';
import { isSample } from '../sample/sampleMark.ts';
import { folderNameFor } from './folderName.ts';

/** Where a host finds daybooks and where it makes new ones. */
export interface DaybookPlace {
  readonly home: string;
  /** The daybooks that are there now, by name, those too that have lost their log. */
  readonly list: () => readonly ListedDaybook[];
  /** The folder of the one that was kept in mind last, or null. */
  readonly lastUsed: () => string | null;
  /** Keeps a daybook in mind for the next start, wherever its folder is. */
  readonly remember: (daybook: KnownDaybook) => void;
  /** The absolute folder that a window means. **Errors:** `FolderUnusable`, `OnlyThisDaybook`. */
  readonly locate: (folder: string) => Result<string, Refusal>;
  /** A folder that is not there yet, for a new daybook of this name. **Errors:** `OnlyThisDaybook`. */
  readonly newFolder: (name: string) => Result<string, Refusal>;
}

const listed = ({ folder, name }: KnownDaybook): ListedDaybook => ({
  folder,
  name,
  ...(findDaybook(folder).ok ? {} : { lacksLog: true }),
  ...(isSample(folder) ? { isSample: true } : {}),
});

/** Whether there is something of a daybook here that its user would miss. */
const isDaybook = (folder: string): boolean => {
  const found = findDaybook(folder);
  return found.ok || found.error.type === 'LogMissing';
};

/** Names of folders that are still being made, or were when the program was killed, begin like this. */
const isHidden = (name: string): boolean => name.startsWith('.');

const knownSchema = z.array(
  z.strictObject({ folder: z.string().min(1).max(4096), name: z.string().min(1).max(200) }),
);

const listFile = (home: string): string => path.join(home, 'daybooks.json');

/** What the file says; a file that is missing or damaged says nothing, as folders are found without it. */
const readKnown = (home: string): readonly KnownDaybook[] => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(listFile(home));
  } catch {
    return [];
  }
  const json = parseUntrustedJson(bytes);
  const known = json.ok ? knownSchema.safeParse(json.value) : null;
  return known?.success === true ? known.data.filter(({ folder }) => path.isAbsolute(folder)) : [];
};

/** Names the folders in `home`, or nothing when it is not there yet. */
const foldersIn = (home: string): readonly string[] => {
  try {
    return readdirSync(home);
  } catch {
    return [];
  }
};

const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};

/** A new file takes the place of the old one whole, so that a crash leaves one of the two. */
const writeKnown = (home: string, known: readonly KnownDaybook[]): void => {
  makeFolder(home);
  const draft = `${listFile(home)}.new`;
  writeFileSync(draft, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, listFile(home));
};

const byName = new Intl.Collator('und');

/**
 * The user's own folder of daybooks. Known are those that lie in it and those that were opened before,
 * which `daybooks.json` in it lists.
 */
export const createHomePlace = (home: string): DaybookPlace => ({
  home,
  list: () => {
    const remembered = readKnown(home).filter(({ folder }) => existsSync(folder));
    const known = new Map(remembered.map((daybook) => [daybook.folder, daybook]));
    for (const name of foldersIn(home)) {
      const folder = path.join(home, name);
      if (!known.has(folder) && !isHidden(name) && isDaybook(folder))
        known.set(folder, { folder, name });
    }
    return [...known.values()]
      .map(listed)
      .toSorted((a, b) => byName.compare(a.name, b.name) || byName.compare(a.folder, b.folder));
  },
  lastUsed: () => readKnown(home).at(-1)?.folder ?? null,
  remember: (daybook) => {
    const others = readKnown(home).filter(({ folder }) => folder !== daybook.folder);
    writeKnown(home, [...others, daybook]);
  },
  locate: (folder) =>
    folder.includes('\0') ? err({ type: 'FolderUnusable' }) : ok(path.resolve(home, folder)),
  newFolder: (name) => {
    makeFolder(home);
    return ok(path.join(home, folderNameFor(name, foldersIn(home))));
  },
});

/** One daybook and no other, for a host that was started for it. Writes nothing of its own anywhere. */
export const createSinglePlace = (folder: string): DaybookPlace => {
  const only = path.resolve(folder);
  return {
    home: path.dirname(only),
    list: () => [listed({ folder: only, name: path.basename(only) })],
    lastUsed: () => null,
    remember: () => {},
    locate: (asked) =>
      path.resolve(asked) === only ? ok(only) : err({ type: 'OnlyThisDaybook', folder: only }),
    newFolder: () => err({ type: 'OnlyThisDaybook', folder: only }),
  };
};
