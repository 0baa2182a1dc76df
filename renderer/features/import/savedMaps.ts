import { z } from 'zod';
import { formatsSchema } from '../../../shared/imports/formats.ts';
import { importKinds, type ImportKind } from './importFields.ts';
import { looksLikeData } from './looksLikeData.ts';
import { draftOf, mapOf, type MapDraft } from './mapDraft.ts';

const savedSchema = z.object({
  name: z.string().min(1).max(100),
  kind: z.enum(importKinds),
  header: z.array(z.string()),
  map: z.looseObject({ formats: formatsSchema.optional() }),
});

/** A map that was kept on this machine: names of columns and fixed words, nothing about anybody. */
export type SavedMap = z.infer<typeof savedSchema>;

const STORED_AS = 'daybook.importMaps';
/** One that was in use has no name of its own, and comes back for the same header. */
export const LAST_USED = '*';
const MOST = 50;

/** What cannot be read is as if nothing had been saved. */
export const readSavedMaps = (storage: Pick<Storage, 'getItem'>): readonly SavedMap[] => {
  try {
    return z.array(savedSchema).parse(JSON.parse(storage.getItem(STORED_AS) ?? '[]'));
  } catch {
    return [];
  }
};

const write = (storage: Pick<Storage, 'setItem'>, maps: readonly SavedMap[]): void => {
  try {
    storage.setItem(STORED_AS, JSON.stringify(maps.slice(0, MOST)));
  } catch {
    // No room, or none allowed: the import goes on without.
  }
};

const isSameHeader = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('\n') === other.join('\n');

/**
 * Keeps a map under a name, in the place of an earlier one of that name. Not where the first line is no
 * header: that would be somebody's data, and what is kept here is kept in clear.
 */
export const saveMap = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  kind: ImportKind,
  header: readonly string[],
  draft: MapDraft,
): void => {
  if (looksLikeData(header)) return;
  const others = readSavedMaps(storage).filter(
    (each) => each.name !== name || (name === LAST_USED && !isSameHeader(each.header, header)),
  );
  write(storage, [{ name, kind, header: [...header], map: mapOf(kind, draft) }, ...others]);
};

export const dropMap = (storage: Pick<Storage, 'getItem' | 'setItem'>, name: string): void =>
  write(
    storage,
    readSavedMaps(storage).filter((each) => each.name !== name),
  );

export const savedDraft = ({ kind, map }: SavedMap): MapDraft =>
  draftOf(kind, map, map.formats ?? {});

/** The map that was kept for a file with this header, a named one first. */
export const recognise = (
  maps: readonly SavedMap[],
  header: readonly string[],
): SavedMap | null => {
  const same = maps.filter((each) => isSameHeader(each.header, header));
  return same.find(({ name }) => name !== LAST_USED) ?? same[0] ?? null;
};
