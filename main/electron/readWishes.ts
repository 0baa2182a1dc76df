import { statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { folderOfMarker } from '../engine/startEngine.ts';

/** What somebody who starts the program wants of it. */
export interface Wishes {
  /** Folders of daybooks to open, absolute. */
  readonly folders: readonly string[];
  /** To open the sample daybook, which is made where there is none. */
  readonly sample: boolean;
}

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The folder that a path from outside means: itself, or where the marker lies. Null when neither. */
export const folderMeant = (given: string): string | null =>
  folderOfMarker(given) ?? (isFolder(given) ? given : null);

/** Reads the words behind the program's name. Switches of the platform stand among them. */
export const readWishes = (args: readonly string[], workingFolder: string): Wishes => {
  const places = args
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => folderMeant(path.resolve(workingFolder, arg)));
  return {
    folders: [...new Set(places.filter((place) => place !== null))],
    sample: args.includes('--sample'),
  };
};

const wishesSchema: z.ZodType<Wishes, unknown> = z.strictObject({
  folders: z
    .array(
      z
        .string()
        .max(4096)
        .refine((folder) => path.isAbsolute(folder)),
    )
    .max(100),
  sample: z.boolean(),
});

/** What a second start of the program has handed over. Nonsense is a wish for nothing but the window. */
export const wishesHandedOver = (handedOver: unknown): Wishes =>
  wishesSchema.safeParse(handedOver).data ?? { folders: [], sample: false };
