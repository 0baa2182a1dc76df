import { z } from 'zod';
import { formatsSchema } from '../../../shared/imports/formats.ts';
import { headerMark } from './headerMark.ts';
import { formatNames, importKinds, type ImportKind } from './importFields.ts';
import { draftOf, mapOf, renameColumns, unknownColumns, type MapDraft } from './mapDraft.ts';

const savedSchema = z.object({
  name: z.string().min(1).max(100),
  kind: z.enum(importKinds),
  /** Of the header that it is for, whose columns the map names by their numbers from 0. */
  mark: z.string().regex(/^[\da-f]{64}$/u),
  map: z.looseObject({ formats: formatsSchema.optional() }),
  /** Which of its formats somebody has said. */
  byHand: z.array(z.enum(formatNames)).optional(),
});

/** A map that was kept on this machine: numbers of columns and fixed words, and no word of the file. */
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

/** Keeps a map for files with this header under a name, in the place of an earlier one of that name. */
export const saveMap = async (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  kind: ImportKind,
  header: readonly string[],
  draft: MapDraft,
): Promise<void> => {
  // A column that the file does not have has no number.
  if (unknownColumns(draft, header).length > 0) return;
  const mark = await headerMark(storage, header);
  const numbered = renameColumns(draft, (column) => `${header.indexOf(column)}`);
  const others = readSavedMaps(storage).filter(
    (each) => each.name !== name || (name === LAST_USED && each.mark !== mark),
  );
  const byHand = [...draft.byHand];
  write(storage, [{ name, kind, mark, map: mapOf(kind, numbered), byHand }, ...others]);
};

export const dropMap = (storage: Pick<Storage, 'getItem' | 'setItem'>, name: string): void =>
  write(
    storage,
    readSavedMaps(storage).filter((each) => each.name !== name),
  );

/** A map that was kept, for the file with its header. */
export const savedDraft = ({ kind, map, byHand }: SavedMap, header: readonly string[]): MapDraft =>
  renameColumns(
    draftOf(kind, map, map.formats ?? {}, byHand),
    (number) => header[Number(number)] ?? number,
  );

/** The map that was kept for a file with this mark, a named one first. */
export const recognise = (maps: readonly SavedMap[], mark: string): SavedMap | null => {
  const same = maps.filter((each) => each.mark === mark);
  return same.find(({ name }) => name !== LAST_USED) ?? same[0] ?? null;
};
